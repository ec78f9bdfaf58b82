// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value;

/** What the form holds in a field, `a.b` for one inside another. */
export function valueAt(formData: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (current, key) => (isRecord(current) ? current[key] : undefined),
      formData,
    );
}

/** The same as text; undefined where there is none. */
export function textAt(
  formData: unknown,
  field: string | undefined,
): string | undefined {
  if (field === undefined) return undefined;
  const value = valueAt(formData, field);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
