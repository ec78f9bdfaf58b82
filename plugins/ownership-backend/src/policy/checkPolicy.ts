// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  loadPolicy,
  runPolicyTests,
} from '@fairway/backstage-plugin-ownership-node';
import type { LoadedPolicy, PolicyFile, PolicyFiles } from './types';

/**
 * Compiles the policy and runs its test cases.
 *
 * @returns the revision only if nothing is wrong with either file; what is wrong or odd in `problems`
 */
export function checkPolicy(
  files: PolicyFiles,
  loadedAt: string,
): { loaded?: LoadedPolicy; problems: PolicyProblem[] } {
  const { name: source, text } = files.policy;
  const { policy, revision, errors } = loadPolicy(text, { source });
  if (!policy) {
    return { problems: errors };
  }
  const problems = files.tests ? failuresOf(policy, files.tests) : [];
  return problems.some(({ severity }) => severity === 'error')
    ? { problems }
    : { loaded: { policy, revision, loadedAt, text, source }, problems };
}

function failuresOf(policy: CompiledPolicy, tests: PolicyFile) {
  const { cases, problems } = runPolicyTests(policy, tests.text, {
    testsSource: tests.name,
  });
  const failures = cases
    .filter(({ passed }) => !passed)
    .map<PolicyProblem>(({ number, line, title, failure }) => ({
      severity: 'error',
      file: tests.name,
      line,
      message: `Case ${number}, "${title}", fails: ${failure}`,
    }));
  return [...problems, ...failures];
}
