// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';

/** `policy.yaml:12:3`, as editors and terminals open it. */
export function placeOf(problem: PolicyProblem): string {
  return [problem.file, problem.line, problem.column]
    .filter(part => part !== undefined)
    .join(':');
}

/** The place and what is wrong there, on one line. */
export function textOf(problem: PolicyProblem): string {
  return `${placeOf(problem)}: ${problem.message}`;
}

export function isError({ severity }: PolicyProblem): boolean {
  return severity === 'error';
}
