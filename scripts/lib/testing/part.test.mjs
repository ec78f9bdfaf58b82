// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { commandPart, readJest, readPlaywright, reportPart } from './part.mjs';

const context = () => ({
  root: process.cwd(),
  env: process.env,
  folder: fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-part-')),
});

const script = code => ({
  command: ({ report }) => [process.execPath, '-e', code, report],
  read: counts => counts,
});

it('counts a command by its exit code', async () => {
  const fails = await commandPart('x', process.execPath, [
    '-e',
    'console.log("why"); process.exit(3)',
  ]).run(context());
  assert.deepEqual(fails, { passed: 0, failed: 1, output: 'why\n' });
  const passes = await commandPart('x', process.execPath, ['-e', '']).run(
    context(),
  );
  assert.equal(passes.passed, 1);
});

it('fails a part that writes no report, runs no test, or fails without a failed test', async () => {
  const write = (counts, code) =>
    script(
      `require('fs').writeFileSync(process.argv[1], '${JSON.stringify(
        counts,
      )}'); process.exit(${code})`,
    );
  const failed = async part =>
    (await reportPart('x', part).run(context())).failed;
  assert.equal(await failed(script('')), 1);
  assert.equal(await failed(write({ passed: 0, failed: 0 }, 0)), 1);
  assert.equal(await failed(write({ passed: 5, failed: 0 }, 1)), 1);
  assert.equal(await failed(write({ passed: 5, failed: 2 }, 1)), 2);
  assert.equal(await failed(write({ passed: 5, failed: 0 }, 0)), 0);
});

it('names a part that lacks something on this machine', async () => {
  const part = { ...script(''), prepare: () => ({ notRun: 'no Maven' }) };
  assert.deepEqual(await reportPart('x', part).run(context()), {
    passed: 0,
    failed: 0,
    output: '',
    notRun: ['no Maven'],
  });
});

it('names what a report says was not run', () => {
  const jest = readJest({
    numPassedTests: 3,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      {
        name: '/a/b.test.ts',
        assertionResults: [
          { status: 'passed', fullName: 'one' },
          { status: 'pending', fullName: 'two' },
        ],
      },
    ],
  });
  assert.deepEqual(jest, { passed: 3, failed: 2, notRun: ['b.test.ts: two'] });
  const playwright = readPlaywright({
    stats: { expected: 4, unexpected: 1, flaky: 1 },
    errors: [],
    suites: [
      {
        suites: [
          {
            specs: [
              {
                title: 'three',
                tests: [{ status: 'skipped', annotations: [] }],
              },
              {
                title: 'four',
                tests: [
                  { status: 'expected', annotations: [] },
                  {
                    status: 'skipped',
                    annotations: [{ type: 'skip', description: 'no Java' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  assert.deepEqual(playwright, {
    passed: 4,
    failed: 2,
    notRun: ['three', 'four: no Java'],
  });
});
