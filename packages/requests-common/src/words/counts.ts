// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** How many there are: `1 member`, `2 members`. @public */
export function wordsOfCount(
  number: number | bigint | string,
  one: string,
): string {
  return `${number} ${one}${String(number) === '1' ? '' : 's'}`;
}
