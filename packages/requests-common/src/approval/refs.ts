// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** An entity ref as it is compared. */
export function folded(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

/** Whether two lists of entity refs have one in common. */
export function meets(
  some: readonly string[],
  others: readonly string[],
): boolean {
  const known = new Set(some.map(folded));
  return others.some(ref => known.has(folded(ref)));
}

/** Pipelines, plugins and the engine never decide. */
export const isPerson = (ref: string) => folded(ref).startsWith('user:');
