// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Above this the table of the longest common lines gets too large to be made while somebody types. */
const MOST_LINES = 1_000;

type Line = { sign: ' ' | '-' | '+'; text: string };

/** The lines of both, with what went and what came: by their longest common subsequence. */
function linesOf(before: string[], after: string[]): Line[] {
  if (Math.max(before.length, after.length) > MOST_LINES) {
    return [
      ...before.map((text): Line => ({ sign: '-', text })),
      ...after.map((text): Line => ({ sign: '+', text })),
    ];
  }
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i * width + j] =
        before[i] === after[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ sign: ' ', text: before[i] });
      i++;
      j++;
    } else if (
      j === after.length ||
      (i < before.length &&
        common[(i + 1) * width + j] >= common[i * width + j + 1])
    ) {
      lines.push({ sign: '-', text: before[i++] });
    } else {
      lines.push({ sign: '+', text: after[j++] });
    }
  }
  return lines;
}

/** Two texts as one unified diff of a whole file; undefined where they are the same. */
export function diffOf(options: {
  name: string;
  before: string;
  after: string;
}): string | undefined {
  const { name, before, after } = options;
  if (before === after) return undefined;
  const lines = linesOf(before.split('\n'), after.split('\n'));
  const count = (sign: '-' | '+') =>
    lines.filter(line => line.sign !== (sign === '-' ? '+' : '-')).length;
  return [
    `diff --git a/${name} b/${name}`,
    `--- a/${name}`,
    `+++ b/${name}`,
    `@@ -1,${count('-')} +1,${count('+')} @@`,
    ...lines.map(({ sign, text }) => `${sign}${text}`),
    '',
  ].join('\n');
}
