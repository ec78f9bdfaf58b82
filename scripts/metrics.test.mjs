// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every metric that the dashboard and the alerts ask for is one that a running portal exports.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { callAs } from './lib/portal.mjs';
import { freePort } from './lib/ports.mjs';
import { runQuietly } from './lib/processes.mjs';
import { startDemoBackend } from './lib/testing/demo-backend.mjs';
import { waitFor } from './lib/wait.mjs';

/** Clusters are read every minute, and the policy every half. */
const WITHIN_MS = 150_000;
const read = file => fs.readFileSync(path.join(root, file), 'utf8');

/** The packages of deploy/telemetry, installed as the image does, once for each lockfile. */
async function installTelemetry() {
  const lock = read('deploy/telemetry/package-lock.json');
  const name = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = path.join(root, '.tools', `telemetry-${name}`);
  fs.cpSync(path.join(root, 'deploy/telemetry'), folder, { recursive: true });
  if (!fs.existsSync(path.join(folder, 'node_modules'))) {
    const { code, output } = await runQuietly(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['ci', '--omit=dev', '--ignore-scripts'],
      { cwd: folder, shell: process.platform === 'win32' },
    );
    assert.equal(code, 0, output);
  }
  return path.join(folder, 'register.cjs');
}

/** Names of metrics in PromQL. */
function metricsIn(expression) {
  const names = expression
    .replace(/\{[^}]*\}/g, '')
    .replace(/\b(by|without) \([^)]*\)/g, '')
    .match(/\b[a-z]+(_[a-z]+)+\b(?! ?\()/g);
  return names ?? [];
}

/** What the operators are given: queries of the dashboard, and of the alerts. */
function expressions() {
  const { panels } = JSON.parse(read('docs/grafana/fairway.json'));
  return [
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...[...read('docs/operate.md').matchAll(/^ +expr: (.+)$/gm)].map(
      ([, expression]) => expression,
    ),
  ];
}

const UNIT = `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/bucket?ref=v1.1.0"
}

inputs = {
  name = "measured"
}
`;

describe('what operators look at', () => {
  const policyFolder = fs.mkdtempSync(
    path.join(os.tmpdir(), 'fairway-policy-'),
  );
  const policy = path.join(policyFolder, 'policy.yaml');
  let portal;
  let scrape;

  before(async () => {
    const register = await installTelemetry();
    const port = await freePort();
    fs.copyFileSync(path.join(root, 'examples/ownership/policy.yaml'), policy);
    portal = await startDemoBackend({
      settings: { 'ownership.policy.file': policy },
      env: {
        NODE_OPTIONS: `--require=${register}`,
        METRICS_HOST: '127.0.0.1',
        METRICS_PORT: String(port),
      },
    });
    scrape = async () =>
      (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  });
  after(async () => {
    await portal?.stop();
    fs.rmSync(policyFolder, { recursive: true, force: true });
  });

  const order = (where, body) =>
    callAs(portal.backend, 'pia', `${where}/requests`, {
      ...body,
      submit: 'now',
      idempotencyKey: 'measured',
    });

  it('is measured', async () => {
    const wanted = new Set(expressions().flatMap(metricsIn));
    assert.ok(wanted.size > 10, [...wanted].join());

    await order('self-service', {
      kind: 'change',
      title: 'Create measured',
      payload: {
        repoUrl: 'local?owner=acme&repo=infrastructure-live',
        files: [
          {
            path: 'live/acme-dev/eu-west-1/dev/measured/terragrunt.hcl',
            content: UNIT,
          },
        ],
      },
    });
    const { request } = await order('kafka-self-serve', {
      kind: 'kafka.application',
      payload: {
        operation: 'create',
        name: 'measured',
        ownerRef: 'group:default/payments',
        componentRef: 'component:default/payments-api',
      },
    });
    await callAs(
      portal.backend,
      'pat',
      `kafka-self-serve/requests/${request.id}/approve`,
      {
        planDigest: request.planDigest,
      },
    );
    await callAs(portal.backend, 'pia', 'ownership/decide', {
      target: {
        action: 'service.deploy',
        service: 'bucket',
        environment: 'dev',
      },
    });
    fs.appendFileSync(policy, '\nteams: twice\n');

    let missing;
    await waitFor(
      'Every metric',
      async () => {
        const text = await scrape();
        const there = new Set(
          [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name),
        );
        missing = [...wanted].filter(
          name =>
            !there.has(name) &&
            // What a histogram adds to its name
            !there.has(name.replace(/_(bucket|sum|count)$/, '')),
        );
        return missing.length === 0;
      },
      { withinMs: WITHIN_MS },
    ).catch(() => {});
    assert.deepEqual(missing, []);
  });
});
