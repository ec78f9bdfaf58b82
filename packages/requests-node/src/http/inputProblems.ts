// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ZodError } from 'zod';

/** Problems that one answer names. */
const SHOWN = 5;
const MISSING = 'is missing';

/** What is wrong with one field of an input. @public */
export interface InputIssue {
  /** Empty for the input itself. */
  path: string[];
  /** `is missing`, or what the schema says. */
  message: string;
}

type Issue = ZodError['issues'][number];

/** What a schema found, for people: what is not there is said to be missing. @public */
export function inputIssues(error: ZodError, input: unknown): InputIssue[] {
  return error.issues.flatMap(issue => issuesOf(issue, [], input));
}

/**
 * The same as one sentence, the first five of them: `"kind" is missing; "limit": Too big: …`.
 *
 * @param options - `name` is what the input itself is called: `body`
 * @public
 */
export function inputProblems(
  error: ZodError,
  input: unknown,
  options: { name: string },
): string {
  return inputIssues(error, input)
    .slice(0, SHOWN)
    .map(({ path, message }) => {
      const field = `"${path.join('.') || options.name}"`;
      return message.startsWith(MISSING)
        ? `${field} ${message}`
        : `${field}: ${message}`;
    })
    .join('; ');
}

function issuesOf(
  issue: Issue,
  above: PropertyKey[],
  input: unknown,
): InputIssue[] {
  const path = [...above, ...issue.path];
  if (valueAt(input, path) === undefined && issue.code !== 'custom') {
    // A schema may say besides what is wanted.
    const message = issue.message.startsWith(MISSING) ? issue.message : MISSING;
    return [{ path: path.map(String), message }];
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Of the forms that it could have, the one that it is nearest to.
    const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length);
    return nearest.flatMap(each => issuesOf(each, path, input));
  }
  return [{ path: path.map(String), message: issue.message }];
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}
