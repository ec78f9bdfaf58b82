// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The pipelines of docs/report.md report to the running backend, each with the shell that the guide gives it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { callAs } from './lib/portal.mjs';
import { startIssuer } from './lib/testing/ci-issuer.mjs';
import { startDemoBackend } from './lib/testing/demo-backend.mjs';
import { run } from './lib/testing/guide.mjs';
import { waitFor } from './lib/wait.mjs';

const YAML = createRequire(path.join(root, 'packages/iac/package.json'))(
  'yaml',
);

const skip =
  spawnSync('jq', ['--version']).status !== 0 &&
  !process.env.CI &&
  'jq is missing';

const GUIDE = fs.readFileSync(path.join(root, 'docs/report.md'), 'utf8');
const AUDIENCE = 'https://portal.example.com';
const LOG = 'Apply complete! Resources: 3 added, 0 changed, 0 destroyed.';

/** The first block of a language in a section. */
const blockOf = (section, language) =>
  new RegExp(
    `^## ${section}[\\s\\S]*?^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``,
    'm',
  ).exec(GUIDE)[1];

describe('a pipeline as the guide has it', { skip }, () => {
  let portal;
  let ci;
  let folder;
  let number = 0;

  before(async () => {
    ci = await startIssuer({ audience: AUDIENCE });
    portal = await startDemoBackend({
      runner: false,
      settings: {
        'selfService.report.issuers': [
          {
            issuer: ci.issuer,
            audience: AUDIENCE,
            repositoryClaim: 'repository',
            commitClaim: 'sha',
            host: 'local',
            claims: { ref: 'refs/heads/main' },
          },
        ],
      },
    });
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-job-'));
    fs.writeFileSync(
      path.join(folder, 'apply.sh'),
      `#!/bin/sh\necho '${LOG}'\n`,
      {
        mode: 0o755,
      },
    );
  });
  after(async () => {
    ci?.stop();
    await portal?.stop();
    if (folder) fs.rmSync(folder, { recursive: true });
  });

  const call = (route, body) =>
    callAs(portal.backend, 'pia', `self-service/requests${route}`, body);
  const until = (id, what, condition) =>
    waitFor(
      what,
      async () => {
        const request = await call(`/${id}`);
        return condition(request) && request;
      },
      { withinMs: 30_000 },
    );

  /** In dev nobody need look, so it is merged by itself. */
  async function merged() {
    number += 1;
    const name = `reported-${number}`;
    const { request } = await call('', {
      kind: 'change',
      submit: 'now',
      idempotencyKey: name,
      payload: {
        repoUrl: 'local?owner=acme&repo=infrastructure-live',
        files: [
          {
            path: `live/acme-dev/eu-west-1/dev/${name}/terragrunt.hcl`,
            content: `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

inputs = {
  name                = "${name}"
  data_classification = "internal"
}
`,
          },
        ],
      },
    });
    const found = await until(
      request.id,
      'The merge',
      ({ execution, outputs }) => execution === 'waiting' && outputs.mergeSha,
    );
    ci.runsFor(found.outputs.mergeSha);
    return found;
  }

  const job = (script, env) =>
    run(script, {
      cwd: folder,
      env: { PATH: process.env.PATH, PORTAL: portal.backend, ...env },
    });

  async function isApplied({ id }) {
    const done = await until(
      id,
      'The end',
      ({ execution }) => execution === 'succeeded',
    );
    assert.equal(done.outputs.applied, 'applied');
    const { items } = await call(`/${id}/logs`);
    assert.deepEqual(
      items.map(({ text }) => text).filter(text => text === LOG),
      [LOG],
    );
    return done;
  }

  it('reports from GitHub Actions', async () => {
    const { env, jobs } = YAML.parse(blockOf('GitHub Actions', 'yaml'));
    assert.equal(env.PORTAL, AUDIENCE);
    const step = name => jobs.apply.steps.find(each => each.name === name).run;
    const request = await merged();
    const output = path.join(folder, 'output');
    fs.writeFileSync(output, '');
    const github = {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${ci.issuer}/token?v=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of the job',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/infrastructure-live',
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_OUTPUT: output,
    };
    // The audience is the portal's public address; here it listens elsewhere.
    const begin = step('Report the beginning').replace(
      'audience=$PORTAL',
      `audience=${AUDIENCE}`,
    );
    await job(begin, github);
    const begun = await until(
      request.id,
      'The beginning',
      ({ statusLabel }) => statusLabel === 'applying',
    );
    assert.deepEqual(begun.links, [
      {
        rel: 'pipeline',
        title: 'GitHub Actions',
        url: 'https://github.com/acme/infrastructure-live/actions/runs/42',
      },
    ]);
    // The same report again is dropped.
    assert.match(await job(begin, github), /"repeated": ?true/);
    const outputs = Object.fromEntries(
      fs
        .readFileSync(output, 'utf8')
        .trim()
        .split('\n')
        .map(line => line.split('=')),
    );
    assert.equal(outputs.request, request.id);
    fs.writeFileSync(path.join(folder, 'apply.log'), `${LOG}\n`);
    const end = {
      ...github,
      TOKEN: outputs.token,
      REQUEST: outputs.request,
      STATUS: 'succeeded',
    };
    await job(step('Report the end'), end);
    assert.equal((await isApplied(request)).statusLabel, 'applied');

    // A commit that is no request's fails no job.
    ci.runsFor('f'.repeat(40));
    const quick = begin.replace('2 5 10 20 0', '0');
    assert.match(await job(quick, github), /No request of the portal/);
  });

  it('reports from GitLab CI', async () => {
    const { apply } = YAML.parse(blockOf('GitLab CI', 'yaml'));
    const request = await merged();
    const gitlab = {
      FAIRWAY_OIDC: await ci.sign(),
      CI_JOB_ID: '7',
      CI_JOB_STATUS: 'success',
      CI_JOB_URL: 'https://gitlab.example.com/acme/live/-/jobs/7',
    };
    await job(apply.script.join('\n'), gitlab);
    await job(apply.after_script.join('\n'), gitlab);
    assert.equal((await isApplied(request)).links[0].title, 'GitLab');
  });

  it('reports from Jenkins, with a token of its own', async () => {
    const text = blockOf('Jenkins', 'groovy');
    const steps = [...text.matchAll(/sh '''([\s\S]*?)'''|sh '(.*)'/g)].map(
      // Groovy takes the backslash.
      ([, long, short]) => (long ?? short).replaceAll('\\\\', '\\'),
    );
    assert.equal(steps.length, 3);
    const request = await merged();
    for (const step of steps) {
      await job(step, {
        FAIRWAY_TOKEN: portal.token,
        GIT_COMMIT: request.outputs.mergeSha,
        BUILD_TAG: 'jenkins-apply-1',
        STATUS: 'succeeded',
      });
    }
    await isApplied(request);
  });
});
