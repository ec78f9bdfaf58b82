// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { z } from 'zod';
import { nearest } from './names';
import type { Path, Problems } from './problems';

type Issue = z.core.$ZodIssue;

/** Checks data against a schema of the file; what does not fit becomes problems with places. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  problems: Problems,
): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(issue, problems);
  return undefined;
}

function report(issue: Issue, problems: Problems) {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split('write one of ')[1]?.split(', ') ?? [];
    for (const key of issue.keys) {
      const near = nearest(key, known);
      problems.error(
        [...path, key],
        near
          ? `Unknown key "${key}": write ${near}`
          : `Unknown key "${key}": write one of ${known.join(', ')}`,
        'key',
      );
    }
  } else if (issue.code === 'invalid_key') {
    problems.error(path, issue.issues[0]?.message ?? issue.message, 'key');
  } else if (isMissing(issue)) {
    problems.error(
      path,
      `Missing: ${issue.message.replace(/^Got nothing: /, '')}`,
    );
  } else {
    problems.error(path, issue.message);
  }
}

function isMissing(issue: Issue): boolean {
  return issue.message.startsWith('Got nothing');
}
