// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Text as an HCL quoted string, without its quotes. Nothing in it can become a
 * template: `${` and `%{` are escaped as the HCL specification says, and what
 * people cannot see in a review (control characters, bidirectional overrides,
 * line separators) is written as an escape.
 *
 * Rule: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export function quoteText(text: string): string {
  let quoted = '';
  for (const character of text) quoted += quoteCharacter(character);
  // "$$${" is read as one escape by Terraform and as "$" and a template by other
  // readers, so the markers before an escaped one are written as code points.
  return quoted
    .replace(
      /(\$*)\$\{/g,
      (_, run: string) => `${'\\u0024'.repeat(run.length)}$\${`,
    )
    .replace(
      /(%*)%\{/g,
      (_, run: string) => `${'\\u0025'.repeat(run.length)}%%{`,
    );
}

const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Control, format and separator characters that have no look of their own; joiners (emoji, scripts) are left alone. */
export const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

function quoteCharacter(character: string): string {
  const short = SHORT[character];
  if (short) return short;
  return INVISIBLE.test(character) ? escapePoint(character) : character;
}

/** `\uXXXX` or `\UXXXXXXXX`. */
export function escapePoint(character: string): string {
  const point = character.codePointAt(0)!;
  return point > 0xffff
    ? `\\U${point.toString(16).padStart(8, '0')}`
    : `\\u${point.toString(16).padStart(4, '0')}`;
}

// Each alternative is read alike by Terraform's scanner and by ours; a string that has anything else is not taken for text.
const PIECE =
  /([^"\\$%\p{Cc}]+|\t)|\\([nrt"\\])|\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|(?<!\$)\$(\$\{)|(?<!%)%(%\{)|(\$+(?![${]))|(%+(?![%{]))/uy;
const UNESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** The piece of text at an offset inside of a quoted string: what it stands for, and where it ends. */
export function textPieceAt(
  source: string,
  at: number,
): { text: string; end: number } | undefined {
  PIECE.lastIndex = at;
  const piece = PIECE.exec(source);
  if (!piece) return undefined;
  const [whole, plain, short, four, eight, ...markers] = piece;
  const end = at + whole.length;
  const point = four ?? eight;
  if (point !== undefined) {
    const value = Number.parseInt(point, 16);
    const exists = value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    return exists ? { text: String.fromCodePoint(value), end } : undefined;
  }
  if (short !== undefined) return { text: UNESCAPED[short] ?? short, end };
  return { text: plain ?? markers.find(found => found) ?? '', end };
}

/**
 * The text that an HCL quoted string (without its quotes) stands for.
 *
 * @returns undefined when it is not plainly text: a template, an unknown or ambiguous escape, a control character
 */
export function unquoteText(quoted: string): string | undefined {
  let text = '';
  for (let at = 0; at < quoted.length; ) {
    const piece = textPieceAt(quoted, at);
    if (!piece) return undefined;
    text += piece.text;
    at = piece.end;
  }
  return text;
}
