// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../processes.mjs';

/**
 * What a part of the test run answers: how many checks passed and failed, what it printed, and which of its
 * checks could not run on this machine (each in words).
 *
 * @typedef {{ passed: number, failed: number, output: string, notRun?: string[] }} PartResult
 */

/** A part that is one check: a command that has to exit with 0. */
export function commandPart(name, command, args) {
  return {
    name,
    run: async ({ root, env }) => {
      const { code, output } = await runQuietly(command, args, {
        cwd: root,
        env,
      });
      return code === 0
        ? { passed: 1, failed: 0, output }
        : { passed: 0, failed: 1, output };
    },
  };
}

/**
 * A part whose command writes a report as JSON; `read` turns that into counts. A command that fails with no
 * failed test in its report, or without a report, is one failure: nothing passes by not running. What `prepare` cannot
 * have on this machine it answers as `notRun`, in words.
 */
export function reportPart(name, { command, read, prepare, cwd }) {
  return {
    name,
    run: async ({ root, env, folder }) => {
      const report = path.join(folder, `${name.replaceAll(' ', '-')}.json`);
      const prepared = await prepare?.({ root, env });
      if (prepared?.notRun)
        return {
          passed: 0,
          failed: 0,
          output: '',
          notRun: [prepared.notRun],
        };
      try {
        const [executable, ...args] = command({ root, report });
        const { code, output } = await runQuietly(executable, args, {
          cwd: cwd ?? root,
          env: { ...env, ...prepared?.env, FAIRWAY_TEST_REPORT: report },
        });
        if (!fs.existsSync(report))
          return {
            passed: 0,
            failed: 1,
            output: `${output}\nNo report was written.`,
          };
        const result = read(JSON.parse(fs.readFileSync(report, 'utf8')));
        const silent = code !== 0 && result.failed === 0;
        const empty = result.passed === 0 && result.failed === 0;
        return {
          ...result,
          failed: result.failed + (silent || empty ? 1 : 0),
          output,
        };
      } finally {
        await prepared?.stop?.();
      }
    },
  };
}

/** The counts of a Jest report (`--json`). */
export function readJest(report) {
  const notRun = report.testResults.flatMap(file =>
    file.assertionResults
      .filter(
        ({ status }) =>
          status === 'pending' || status === 'todo' || status === 'skipped',
      )
      .map(({ fullName }) => `${path.basename(file.name)}: ${fullName}`),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    notRun,
  };
}

/** The counts of a Playwright report (reporter `json`). */
export function readPlaywright({ stats, suites, errors }) {
  const notRun = [];
  const visit = suite => {
    suite.suites?.forEach(visit);
    suite.specs?.forEach(({ title, tests }) => {
      const skipped = tests.find(({ status }) => status === 'skipped');
      if (!skipped) return;
      const why = skipped.annotations.find(({ type }) => type === 'skip');
      notRun.push([title, why?.description].filter(Boolean).join(': '));
    });
  };
  suites.forEach(visit);
  return {
    passed: stats.expected,
    // A test that passes only when tried again has not passed.
    failed: stats.unexpected + stats.flaky + errors.length,
    notRun,
  };
}
