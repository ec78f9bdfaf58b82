// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyProblem,
  PolicyTestReport,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  lintPolicy,
  loadPolicy,
  mergePolicies,
  runPolicyTests,
} from '@fairway/backstage-plugin-ownership-node';
import type { LoadedPolicy, PolicyFile, PolicyFiles } from './types';

/** What came of the files. */
export interface CheckedPolicy {
  /** Only if nothing is wrong with any of the files. */
  loaded?: LoadedPolicy;
  /** Also if a test case fails. */
  compiled?: CompiledPolicy;
  /** Errors and, from the test files, warnings. */
  problems: PolicyProblem[];
  /** What the cases said; absent if there are none, or if the policy has errors. */
  report?: PolicyTestReport;
}

/**
 * Compiles the policy and runs its test cases.
 *
 * @param loadedAt - ISO 8601, for the record; nothing is decided by it
 */
export function checkPolicy(
  files: PolicyFiles,
  loadedAt: string,
): CheckedPolicy {
  const { policy, revision, errors, text, source, tests } = compile(files);
  if (!policy || text === undefined) return { problems: errors };
  const report = runAll(policy, tests);
  const problems = report ? problemsOf(report) : [];
  return problems.some(({ severity }) => severity === 'error')
    ? { compiled: policy, problems, report }
    : {
        compiled: policy,
        loaded: { policy, revision, loadedAt, text, source, tests },
        problems,
        report,
      };
}

/** What a policy text is called. */
export function revisionOf(text: string): string {
  return loadPolicy(text).revision;
}

/**
 * Warnings about a policy that loaded.
 *
 * @param groups - refs of all groups of the catalog, if they are known
 */
export function warningsOf(
  { policy, text, tests }: LoadedPolicy,
  groups: readonly string[] | undefined,
): PolicyProblem[] {
  return lintPolicy(policy, text, {
    tests: runAll(policy, tests),
    groups,
  });
}

function compile(files: PolicyFiles) {
  if ('folder' in files) return mergePolicies(files.folder);
  const { name: source, text } = files.policy;
  const tests = files.tests ? [files.tests] : [];
  return { ...loadPolicy(text, { source }), source, text, tests };
}

/** One report of all test files; each failed case says its file. */
function runAll(
  policy: CompiledPolicy,
  tests: readonly PolicyFile[],
): (PolicyTestReport & { files: string[] }) | undefined {
  if (!tests.length) return undefined;
  const reports = tests.map(({ name, text }) => ({
    name,
    report: runPolicyTests(policy, text, { testsSource: name }),
  }));
  const all = reports.map(({ report }) => report);
  return {
    revision: policy.revision,
    passed: sum(all.map(({ passed }) => passed)),
    failed: sum(all.map(({ failed }) => failed)),
    cases: all.flatMap(({ cases }) => cases),
    problems: all.flatMap(({ problems }) => problems),
    files: reports.flatMap(({ name, report }) => report.cases.map(() => name)),
  };
}

function problemsOf(
  report: PolicyTestReport & { files: string[] },
): PolicyProblem[] {
  const failures = report.cases.flatMap<PolicyProblem>(
    ({ passed, number, line, title, failure }, index) =>
      passed
        ? []
        : {
            severity: 'error',
            file: report.files[index],
            line,
            message: `Case ${number}, "${title}", fails: ${failure}`,
          },
  );
  return [...report.problems, ...failures];
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
