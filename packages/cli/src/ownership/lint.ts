// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyProblem,
  PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  lintPolicy,
  runPolicyTests,
} from '@fairway/backstage-plugin-ownership-node';
import { EXIT } from '../exit';
import { readGroups } from './catalog';
import { located, printProblems, readInput, readPolicy } from './input';

/** Options of `ownership lint`, as commander hands them over. */
export interface LintOptions {
  tests: string[];
  catalog: string[];
  allowWarnings?: boolean;
  json?: boolean;
}

/** Prints what keeps a policy from loading, and what its author should know. */
export async function lintFile(
  path: string,
  options: LintOptions,
): Promise<number> {
  const input = await readPolicy(path);
  const { policy, errors, pathOf } = input;
  const files = [
    ...input.tests,
    ...(await Promise.all(options.tests.map(readInput))),
  ];
  const groups = options.catalog.length
    ? await readGroups(options.catalog)
    : undefined;
  let problems = located(errors, pathOf);
  if (policy) {
    const reports = files.map(file =>
      runPolicyTests(policy, file.text, { testsSource: file.path }),
    );
    const broken = reports.flatMap(report => report.problems);
    problems = [
      ...broken,
      ...(broken.length ? [] : failures(reports, files)),
      ...located(warnings(policy, { ...input, reports, groups }), pathOf),
    ];
  }
  const count = (severity: PolicyProblem['severity']) =>
    problems.filter(each => each.severity === severity).length;
  const [wrong, odd] = [count('error'), count('warning')];
  if (options.json) {
    const report = {
      ...(policy && { revision: policy.revision }),
      errors: wrong,
      warnings: odd,
      problems,
    };
    process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    const lines = problems.length ? [printProblems(problems), ''] : [];
    lines.push(`${counted(wrong, 'error')}, ${counted(odd, 'warning')}`);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  if (wrong) return EXIT.badInput;
  return odd && !options.allowWarnings ? EXIT.refused : EXIT.ok;
}

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function warnings(
  policy: CompiledPolicy,
  options: { text: string; reports: PolicyTestReport[]; groups?: string[] },
): PolicyProblem[] {
  const { text, reports, groups } = options;
  return lintPolicy(policy, text, {
    ...(reports.length && { tests: reports }),
    ...(groups && { groups }),
  });
}

/** A failing case stops a revision, as an error does. */
function failures(
  reports: readonly PolicyTestReport[],
  files: readonly { path: string }[],
): PolicyProblem[] {
  return reports.flatMap(({ cases }, index) =>
    cases
      .filter(({ passed }) => !passed)
      .map<PolicyProblem>(({ number, title, line, failure }) => ({
        severity: 'error',
        file: files[index].path,
        line,
        column: 1,
        message: `Case ${number}, "${title}", fails: ${failure}`,
      })),
  );
}
