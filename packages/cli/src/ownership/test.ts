// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { basename } from 'node:path';
import type {
  PolicyTestCaseResult,
  PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import { runPolicyTests } from '@fairway/backstage-plugin-ownership-node';
import { EXIT } from '../exit';
import { type InputFile, printProblems, readInput } from './input';

/** Runs the cases and prints a line for each; closes with `16 passed, 0 failed`. */
export async function testPolicy(options: {
  policy: string;
  tests: string;
  json: boolean;
}): Promise<number> {
  const policy = await readInput(options.policy);
  const tests = await readInput(options.tests);
  const report = locate(
    runPolicyTests(policy.text, tests.text, {
      source: basename(policy.path),
      testsSource: tests.path,
    }),
    policy,
  );
  if (options.json) {
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  } else if (report.problems.length) {
    process.stderr.write(`${printProblems(report.problems)}\n`);
  } else {
    for (const each of report.cases) {
      process.stdout.write(`${describeCase(each, tests.path)}\n`);
    }
    process.stdout.write(
      `\n${report.passed} passed, ${report.failed} failed\n`,
    );
  }
  if (report.problems.length) return EXIT.badInput;
  return report.failed ? EXIT.refused : EXIT.ok;
}

/** Problems of the policy point at its path as given, so that editors find it. */
function locate(report: PolicyTestReport, policy: InputFile): PolicyTestReport {
  const name = basename(policy.path);
  return {
    ...report,
    problems: report.problems.map(problem =>
      problem.file === name ? { ...problem, file: policy.path } : problem,
    ),
  };
}

function describeCase(result: PolicyTestCaseResult, path: string): string {
  const { passed, number, title, line, failure, explain, actual } = result;
  const lines = [`${passed ? 'ok    ' : 'FAILED'} ${number}  ${title}`];
  if (failure) lines.push(`          ${path}:${line}: ${failure}`);
  else if (explain && actual) lines.push(`          ${actual.message}`);
  return lines.join('\n');
}
