// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';

/** What the catalog takes for a name; shorter than its 63 characters, with room for a mark that tells two apart. */
const LONGEST = 63;
const MARK = 8;

/** Whether the catalog takes it as a name (`isValidObjectName` of the catalog model). */
export function isEntityName(name: string): boolean {
  return /^(?=.{1,63}$)[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/.test(name);
}

/** A name that the catalog takes, as near to the words as can be. */
export function entityName(...words: string[]): string {
  const name = words
    .join('-')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return (name || 'resource').slice(0, LONGEST - MARK - 1).replace(/-+$/, '');
}

/**
 * One name each, the same at every reading: of those that would share one, the first keeps it and the others get a mark of
 * their key.
 */
export function distinctNames<TKey extends string>(
  items: { key: TKey; name: string }[],
): Map<TKey, string> {
  const names = new Map<TKey, string>();
  const taken = new Set<string>();
  for (const { key, name } of items) {
    if (names.has(key)) continue;
    const mark = createHash('sha256').update(key).digest('hex').slice(0, MARK);
    const own = taken.has(name.toLowerCase()) ? `${name}-${mark}` : name;
    taken.add(own.toLowerCase());
    names.set(key, own);
  }
  return names;
}
