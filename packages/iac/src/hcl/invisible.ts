// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { positionOf } from './parse';
import { INVISIBLE } from './quote';

/**
 * The first character of a text file that nobody sees in a review: controls other than tabs and line ends, format
 * characters, bidirectional overrides. One rule for every text file of a change.
 *
 * @returns `character` as `U+202E`; line and column from 1
 * @public
 */
export function findInvisible(
  text: string,
): { character: string; line: number; column: number } | undefined {
  const at = text
    .replace(/\r\n|[\n\t]/g, match => ' '.repeat(match.length))
    .search(INVISIBLE);
  if (at < 0) return undefined;
  const point = text.codePointAt(at)!.toString(16).toUpperCase();
  return { character: `U+${point.padStart(4, '0')}`, ...positionOf(text, at) };
}
