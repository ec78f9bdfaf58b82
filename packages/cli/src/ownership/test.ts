// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyTestCaseResult,
  PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import { runPolicyTests } from '@fairway/backstage-plugin-ownership-node';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import {
  type InputFile,
  located,
  printProblems,
  readInput,
  readPolicy,
} from './input';

/** Runs the cases and prints a line for each; closes with `16 passed, 0 failed`. */
export async function testPolicy(options: {
  policy: string;
  /** Left out: the cases of the policy's folder. */
  tests?: string;
  json: boolean;
}): Promise<number> {
  const input = await readPolicy(options.policy);
  const files =
    options.tests === undefined
      ? input.tests
      : [await readInput(options.tests)];
  const { policy, errors, pathOf } = input;
  if (!policy) {
    const problems = located(errors, pathOf);
    if (!options.json) {
      throw cliError('cli-policy-invalid', {
        problems: printProblems(problems),
      });
    }
    const nothing = { passed: 0, failed: 0, cases: [], problems };
    process.stdout.write(`${JSON.stringify(nothing, undefined, 2)}\n`);
    return EXIT.badInput;
  }
  if (!files.length)
    throw cliError('cli-tests-missing', { path: options.policy });
  const reports = files.map(file => ({
    file,
    report: runPolicyTests(policy, file.text, { testsSource: file.path }),
  }));
  const sum = total(reports.map(({ report }) => report));
  if (options.json) {
    process.stdout.write(`${JSON.stringify(sum, undefined, 2)}\n`);
  } else if (sum.problems.length) {
    process.stderr.write(`${printProblems(sum.problems)}\n`);
  } else {
    for (const { file, report } of reports) {
      for (const each of report.cases) {
        process.stdout.write(`${describeCase(each, file)}\n`);
      }
    }
    process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
  }
  if (sum.problems.length) return EXIT.badInput;
  return sum.failed ? EXIT.refused : EXIT.ok;
}

function total(reports: readonly PolicyTestReport[]): PolicyTestReport {
  return {
    revision: reports[0].revision,
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
    cases: reports.flatMap(({ cases }) => cases),
    problems: reports.flatMap(({ problems }) => problems),
  };
}

function describeCase(
  result: PolicyTestCaseResult,
  { path }: InputFile,
): string {
  const { passed, number, title, line, failure, explain, actual } = result;
  const lines = [`${passed ? 'ok    ' : 'FAILED'} ${number}  ${title}`];
  if (failure) lines.push(`          ${path}:${line}: ${failure}`);
  else if (explain && actual) lines.push(`          ${actual.message}`);
  return lines.join('\n');
}
