// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Each part encoded, so that no name leads to another route; these would all the same, and are no names. */
export function pathOf(...parts: string[]): string {
  for (const part of parts) {
    if (['', '.', '..'].includes(part)) {
      throw new TypeError(`"${part}" is no name: correct it.`);
    }
  }
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

export function queryOf(input: object = {}): string {
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
