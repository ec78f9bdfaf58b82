// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { escapePoint, quoteText } from './quote';

// These words begin something else than a key in an object.
const RESERVED = new Set(['for', 'if', 'in', 'null', 'true', 'false']);

/** True for a key that needs no quotes. */
export function isPlainKey(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name);
}

// `terraform fmt` counts grapheme clusters. Every character here is one by itself, in any version of Unicode.
const ONE_WIDE =
  /[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0376-\u03ff\u0400-\u0481\u048a-\u052f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/gu;

/** A key of an object, and its width in columns as `terraform fmt` counts them. */
export function encodeKey(name: string): { key: string; width: number } {
  if (isPlainKey(name)) return { key: name, width: name.length };
  const key = `"${quoteText(name).replace(ONE_WIDE, escapePoint)}"`;
  return { key, width: Array.from(key).length };
}

// Only what the grammar can read in one way: a name or plain text, and behind it the sign that a value follows.
const PLAIN_KEY =
  /(?:(?!(?:true|false|null)\b)([A-Za-z_][A-Za-z0-9_]*)|"([A-Za-z0-9_./ -]*)")[ \t]*(?:=(?!=)|:(?!:))/y;

/** The key of an entry of an object, which begins at an offset; undefined where it has to be parsed to tell. */
export function plainKeyAt(text: string, at: number): string | undefined {
  PLAIN_KEY.lastIndex = at;
  const match = PLAIN_KEY.exec(text);
  return match ? match[1] ?? match[2] : undefined;
}
