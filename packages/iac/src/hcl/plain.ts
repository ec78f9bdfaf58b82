// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// An expression with such a text has one reading: between the two quotes nothing ends a string or is more than itself.
const PLAIN =
  /^(?:"([^"\\$%\p{Cc}]*)"|(?!(?:true|false|null)$)([A-Za-z_][A-Za-z0-9_]*))$/u;

/** Levels of the tree below such an expression: its kind, and what it is written with. */
export const PLAIN_LEVELS = 2;

type Plain =
  | { kind: 'literal'; value: string }
  | { kind: 'reference'; path: string[] };

/** What the whole text of an expression stands for, if it is plain text or one name; most are, and need no tree. */
export function readPlain(text: string): Plain | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const [, value, name] = match;
  return value === undefined
    ? { kind: 'reference', path: [name] }
    : { kind: 'literal', value };
}
