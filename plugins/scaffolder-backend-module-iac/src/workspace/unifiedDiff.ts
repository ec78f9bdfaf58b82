// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const CONTEXT = 3;
/** Above this many pairs of lines, what lies between the first and the last difference is one hunk. */
const MAX_PAIRS = 4_000_000;

interface Line {
  sign: ' ' | '-' | '+';
  text: string;
}

/**
 * Unified diff of one file as git prints it; empty for texts that are the same.
 *
 * @param change - `before` is undefined for a new file, `after` for one that goes
 */
export function unifiedDiff(change: {
  path: string;
  before?: string;
  after?: string;
}): string {
  const { path, before, after } = change;
  if (before === after) return '';
  const lines = compare(linesOf(before), linesOf(after));
  const head = [
    `diff --git a/${path} b/${path}`,
    ...(before === undefined ? ['new file mode 100644'] : []),
    ...(after === undefined ? ['deleted file mode 100644'] : []),
    ...(lines.length === 0
      ? []
      : [
          `--- ${before === undefined ? '/dev/null' : `a/${path}`}`,
          `+++ ${after === undefined ? '/dev/null' : `b/${path}`}`,
        ]),
  ];
  return `${head.join('\n')}\n${hunksOf(lines).join('')}`;
}

/** With their line ends: a missing last one is a difference. */
function linesOf(text = ''): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compare(before: string[], after: string[]): Line[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) {
    if (start >= after.length) break;
    start += 1;
  }
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const same = (text: string): Line => ({ sign: ' ', text });
  return [
    ...before.slice(0, start).map(same),
    ...between(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...before.slice(before.length - end).map(same),
  ];
}

/** The longest common subsequence, by its table. */
function between(before: string[], after: string[]): Line[] {
  const removed = (text: string): Line => ({ sign: '-', text });
  const added = (text: string): Line => ({ sign: '+', text });
  if (before.length * after.length > MAX_PAIRS) {
    return [...before.map(removed), ...after.map(added)];
  }
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      table[i * width + j] =
        before[i] === after[j]
          ? table[(i + 1) * width + j + 1] + 1
          : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      lines.push({ sign: ' ', text: before[i] });
      i += 1;
      j += 1;
    } else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) {
      lines.push(removed(before[i++]));
    } else {
      lines.push(added(after[j++]));
    }
  }
  return [
    ...lines,
    ...before.slice(i).map(removed),
    ...after.slice(j).map(added),
  ];
}

function hunksOf(lines: Line[]): string[] {
  const changed = lines.flatMap(({ sign }, index) =>
    sign === ' ' ? [] : [index],
  );
  const groups: { from: number; to: number }[] = [];
  for (const index of changed) {
    const last = groups.at(-1);
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + CONTEXT + 1);
    if (last && from <= last.to) last.to = to;
    else groups.push({ from, to });
  }
  return groups.map(({ from, to }) => {
    const count = (part: Line[], sign: '-' | '+') =>
      part.filter(line => line.sign === ' ' || line.sign === sign).length;
    const range = (sign: '-' | '+') => {
      const above = count(lines.slice(0, from), sign);
      const size = count(lines.slice(from, to), sign);
      return size === 1
        ? `${above + 1}`
        : `${size === 0 ? above : above + 1},${size}`;
    };
    const body = lines
      .slice(from, to)
      .map(({ sign, text }) =>
        text.endsWith('\n')
          ? `${sign}${text}`
          : `${sign}${text}\n\\ No newline at end of file\n`,
      );
    return `@@ -${range('-')} +${range('+')} @@\n${body.join('')}`;
  });
}
