// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  Problem,
  ProblemPath,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value;

/** Every rule that the server says is broken; none where it failed otherwise. */
export function problemsOf(error: Error | undefined): Problem[] {
  const { body } = (error ?? {}) as { body?: unknown };
  const sent = isRecord(body) && isRecord(body.error) ? body.error : {};
  const details = isRecord(sent.details) ? sent.details : {};
  const { problems } = details;
  return Array.isArray(problems) ? (problems as Problem[]) : [];
}

/** Whether something is about a field, or about a part of it. */
export function isAt(path: ProblemPath, field: ProblemPath): boolean {
  return field.every((part, index) => path[index] === part);
}

/** Nothing was written yet: said once somebody wants to go on. */
const MISSING = new Set<Problem['code']>([
  'topic-name-empty',
  'grant-group-missing',
  'topic-delete-name-mismatch',
]);

/** What can be said while somebody still fills the form in. */
export function sayable(problems: readonly Problem[]): Problem[] {
  return problems.filter(
    ({ code, value }) =>
      value !== '' &&
      !(MISSING.has(code) && (value === undefined || value === '')),
  );
}

/** The same rule is asked here and by the server; people read it once. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, path, message }) => {
    const key = JSON.stringify([code, path, message]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
