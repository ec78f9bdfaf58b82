// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo's pipeline. It takes merged changes of the local repository, runs real terraform or tofu for each unit in a
// temporary folder with an empty environment, and reports status, logs and links to the change's request. The portal
// holds no key to infrastructure; this process holds a token that is good for reports alone.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { applyUnit, NotApplied } from './lib/runner/applyUnit.mjs';
import { Portal } from './lib/runner/Portal.mjs';
import { repositoryAt } from './lib/runner/repository.mjs';
import { findBinary } from './lib/runner/terraform.mjs';
import { root } from './lib/demo.mjs';
import { whenAskedToEnd } from './lib/processes.mjs';

const EVERY_MS = 1_000;
const AFTER_TROUBLE_MS = 5_000;

const { FAIRWAY_BACKEND, FAIRWAY_RUNNER_TOKEN, FAIRWAY_DATA } = process.env;
const end = new AbortController();
whenAskedToEnd(() => end.abort());

const portal = new Portal({
  base: FAIRWAY_BACKEND,
  token: FAIRWAY_RUNNER_TOKEN,
});
const data = path.resolve(FAIRWAY_DATA);
const modules = repositoryAt(
  path.join(data, 'git/acme/infrastructure-modules.git'),
);

/** `local?owner=acme&repo=infrastructure-live` → its bare repository. */
function liveOf(repoUrl) {
  const query = new URLSearchParams(repoUrl.slice(repoUrl.indexOf('?')));
  return repositoryAt(
    path.join(data, 'git', query.get('owner'), `${query.get('repo')}.git`),
  );
}

async function run(job) {
  const binary = findBinary();
  const report = portal.reportTo(job);
  if (!binary) {
    await report.end({
      status: 'not-applied',
      statusLabel: 'not applied: no terraform or tofu',
      summary:
        'The demo applies with terraform or tofu, and neither is on the PATH.',
    });
    return;
  }
  await report.news({ status: 'running', statusLabel: `${binary} is running` });
  try {
    const done = [];
    for (const { path: folder } of job.targets) {
      done.push(
        await applyUnit({
          root,
          live: liveOf(job.repoUrl),
          modules,
          states: path.join(data, 'terraform'),
          binary,
          folder,
          commit: job.mergeSha,
          log: line => report.log(line),
          signal: end.signal,
        }),
      );
    }
    await report.end({
      status: 'succeeded',
      statusLabel: 'applied',
      summary: done.join('\n'),
    });
  } catch (error) {
    if (end.signal.aborted) return;
    if (!(error instanceof NotApplied)) console.error(error);
    report.log(error.message);
    await report.end({
      status: 'failed',
      statusLabel: 'apply failed',
      summary: error.message,
    });
  }
}

console.log(`Waiting for merged changes of ${FAIRWAY_BACKEND}`);
while (!end.signal.aborted) {
  let wait = EVERY_MS;
  try {
    for (const job of await portal.pending()) {
      if (end.signal.aborted) break;
      console.log(`Request ${job.number}: ${job.mergeSha}`);
      await run(job);
    }
  } catch (error) {
    console.error(error.message);
    wait = AFTER_TROUBLE_MS;
  }
  await pause(wait, undefined, { signal: end.signal }).catch(() => {});
}
