// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A query string with its question mark; several values as repeated parameters, nothing for what is left out. */
export function queryOf(input: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const each of values) {
      if (each !== undefined) query.append(name, String(each));
    }
  }
  const text = query.toString();
  return text && `?${text}`;
}
