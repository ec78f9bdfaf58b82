// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** As many topics or groups as one request is about: a broker answers 500 in a few milliseconds. */
export const CHUNK = 500;

export function chunks<T>(items: readonly T[], size = CHUNK): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Order of code units, as Kafka's own. */
export const byText =
  <T>(textOf: (item: T) => string) =>
  (one: T, other: T) => {
    const [left, right] = [textOf(one), textOf(other)];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
