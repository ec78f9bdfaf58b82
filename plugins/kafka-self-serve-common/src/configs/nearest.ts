// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** The name that was probably meant; undefined when none is like it. */
export function nearest(
  name: string,
  names: Iterable<string>,
): string | undefined {
  let best: { name: string; distance: number } | undefined;
  // Longer ones are no typing errors, and the work grows with the length.
  if (name.length > 60) return undefined;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate);
    if (!best || distance < best.distance) best = { name: candidate, distance };
  }
  return best && best.distance <= 4 ? best.name : undefined;
}

/** Levenshtein: characters to insert, delete or replace. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[other.length];
}
