// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const ESCAPES: Record<string, number> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
};

/** Undoes git's C-style quoting (`core.quotePath`); other text is returned as it is. */
function unquote(path: string): string {
  if (!path.startsWith('"') || !path.endsWith('"')) return path;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  const tokens = path.slice(1, -1).match(/\\[0-7]{3}|\\.|[^\\]+/gs) ?? [];
  for (const token of tokens) {
    if (!token.startsWith('\\')) {
      bytes.push(...encoder.encode(token));
    } else if (token.length === 4) {
      bytes.push(parseInt(token.slice(1), 8));
    } else {
      bytes.push(ESCAPES[token[1]] ?? token.charCodeAt(1));
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

const withoutPrefix = (path: string): string => path.replace(/^[ab]\//, '');

/** Path of a `---` or `+++` line, `undefined` for `/dev/null`. With `prefix` '' nothing is cut off the front. */
export function markerPath(
  marker: string,
  prefix: 'a/' | '' = 'a/',
): string | undefined {
  // git ends the line with a tab when the path has a space in it.
  const path = unquote(marker.replace(/\t$/, ''));
  if (path === '/dev/null') return undefined;
  return prefix ? withoutPrefix(path) : path;
}

/** Path of a `diff --git a/x b/x` line, which is all that an empty file has. */
export function headerPath(header: string): string {
  const quoted = /("(?:[^"\\]|\\.)*")$/.exec(header);
  if (quoted) return withoutPrefix(unquote(quoted[1]));
  // Both halves are the same path, which may itself contain " b/".
  return withoutPrefix(header.slice(Math.ceil(header.length / 2)));
}
