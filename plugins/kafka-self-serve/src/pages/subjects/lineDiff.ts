// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A line of a text, and whether it is in both versions of it. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond it the table of the comparison is too large; both texts are shown whole. */
const MOST_CELLS = 4_000_000;

/** JSON with a field on a line of its own, so that a diff is one of fields; other text as it is. */
export function readable(schema: string): string {
  try {
    return JSON.stringify(JSON.parse(schema), undefined, 2);
  } catch {
    return schema;
  }
}

/** Lines of two texts by their longest common subsequence. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const of = (kind: DiffLine['kind']) => (text: string) => ({ kind, text });
  if (left.length * right.length > MOST_CELLS) {
    return [...left.map(of('removed')), ...right.map(of('added'))];
  }
  // lengths[i][j]: the longest that left from i and right from j have in common.
  const lengths = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      lengths[i][j] =
        left[i] === right[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      lines.push({ kind: 'same', text: left[i] });
      i += 1;
      j += 1;
    } else if (
      j >= right.length ||
      (i < left.length && lengths[i + 1][j] >= lengths[i][j + 1])
    ) {
      lines.push({ kind: 'removed', text: left[i] });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: right[j] });
      j += 1;
    }
  }
  return lines;
}
