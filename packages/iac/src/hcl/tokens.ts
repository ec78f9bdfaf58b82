// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { textPieceAt } from './quote';

type Token = [start: number, end: number];

// HCL's tokens but quoted strings, heredocs and operators: what is left has one lexical mode and no surprises.
const SPACE = /[ \t]+|\r?\n|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//uy;
const TOKEN =
  /[\p{ID_Start}_][\p{ID_Continue}-]*|[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|[-{}[\]().,:=]/uy;

// The only templates: another unit's output, and the idiom for a file beside root.hcl.
const REFERENCE =
  /(?<!\$)\$\{[ \t]*dependency(?:\.[A-Za-z_][A-Za-z0-9_-]*)+[ \t]*\}/uy;
const BESIDE_PARENT =
  /"\$\{dirname\(find_in_parent_folders\("[A-Za-z0-9_.-]+"\)\)\}[A-Za-z0-9_./-]*"/uy;

/**
 * A second reading of the text, independent of the grammar: start and end of every token.
 *
 * @returns the offset where the text has something else than plain tokens, instead
 */
export function plainTokens(text: string): Token[] | number {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = endOf(SPACE, text, at);
    if (space === undefined) {
      const end =
        text[at] === '"' ? stringEnd(text, at) : endOf(TOKEN, text, at);
      if (end === undefined) return at;
      tokens.push([at, end]);
      at = end;
    } else {
      at = space;
    }
  }
  return tokens;
}

function stringEnd(text: string, start: number): number | undefined {
  const idiom = endOf(BESIDE_PARENT, text, start);
  if (idiom !== undefined) return idiom;
  let at = start + 1;
  while (text[at] !== '"') {
    const next = textPieceAt(text, at)?.end ?? endOf(REFERENCE, text, at);
    if (next === undefined) return undefined;
    at = next;
  }
  return at + 1;
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : undefined;
}
