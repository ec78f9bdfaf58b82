// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The signs, lines and scalars of plain YAML; plainYaml.ts makes collections of them.
export const NEWLINE = 10;
export const SPACE = 32;
const DOUBLE = 34;
export const HASH = 35;
const SINGLE = 39;
export const COMMA = 44;
const DASH = 45;
export const COLON = 58;
const BACKSLASH = 92;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const CLOSE_MAP = 125;

/** What a plain scalar cannot start with, or what would make it something else. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`<=~'].map(codeOf));

/** What is not plain, and so for the full parser. */
export const GIVE_UP = new Error('Not plain YAML');

function codeOf(sign: string): number {
  return sign.charCodeAt(0);
}

/** A place in a text, and what can be read there. */
export class PlainYamlScanner {
  readonly #text: string;
  #lineStart = 0;
  /** Offset in the text. */
  at = 0;
  /** Of the line that is read; -1 after the last. */
  column = 0;

  constructor(text: string) {
    this.#text = text;
  }

  code(offset = 0): number {
    return this.#text.charCodeAt(this.at + offset);
  }

  isOpening(): boolean {
    const code = this.code();
    return code === OPEN_MAP || code === OPEN_LIST;
  }

  isDash(): boolean {
    return this.code() === DASH && this.code(1) === SPACE;
  }

  skipSpaces() {
    while (this.code() === SPACE) this.at++;
  }

  /** To the first sign of the next line that has one; nothing but a comment may be left on this one. */
  nextLine(fresh = false) {
    const text = this.#text;
    let atStart = fresh;
    for (;;) {
      const from = this.at;
      this.skipSpaces();
      const code = this.code();
      if (code === HASH) {
        if (this.at === from && !atStart) throw GIVE_UP;
        const end = text.indexOf('\n', this.at);
        this.at = end < 0 ? text.length : end;
      } else if (code !== NEWLINE && this.at < text.length) {
        if (!atStart) throw GIVE_UP;
        this.column = this.at - this.#lineStart;
        return;
      }
      if (this.at >= text.length) {
        this.column = -1;
        return;
      }
      this.#lineStart = ++this.at;
      atStart = true;
    }
  }

  /** From the dash of an item to what stands behind it, which the column is then of. */
  skipDash() {
    this.at += 2;
    this.skipSpaces();
    this.column = this.at - this.#lineStart;
  }

  /** Over spaces, comments and line ends of a flow collection; its lines stand to the right of `column`. */
  flowSpace(column: number) {
    const code = this.code();
    if (code !== SPACE && code !== NEWLINE && code !== HASH) return;
    const from = this.at;
    this.skipSpaces();
    const next = this.code();
    if (next !== NEWLINE && next !== HASH) return;
    if (next === HASH && this.at === from) throw GIVE_UP;
    const before = this.column;
    this.nextLine();
    if (this.column <= column) throw GIVE_UP;
    this.column = before;
  }

  /** Quoted, or plain: what that can hold differs in a flow collection. */
  scalar(flow: boolean): unknown {
    const code = this.code();
    return code === SINGLE || code === DOUBLE
      ? this.#quoted(code)
      : toValue(this.#plain(flow));
  }

  #quoted(quote: number): string {
    const text = this.#text;
    const start = ++this.at;
    let doubled = false;
    for (;;) {
      const code = this.code();
      if (code === quote) {
        if (quote === DOUBLE || this.code(1) !== SINGLE) break;
        doubled = true;
        this.at++;
      } else if (
        code === NEWLINE ||
        this.at >= text.length ||
        (code === BACKSLASH && quote === DOUBLE)
      ) {
        throw GIVE_UP;
      }
      this.at++;
    }
    const value = text.slice(start, this.at++);
    return doubled ? value.replaceAll("''", "'") : value;
  }

  #plain(flow: boolean): string {
    const text = this.#text;
    const start = this.at;
    let at = start;
    let end = start;
    let before = 0;
    if (INDICATORS.has(text.charCodeAt(at))) throw GIVE_UP;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) break;
      if (code === COLON) {
        const next = text.charCodeAt(at + 1);
        if (!(next > SPACE) || (flow && isFlowSign(next))) {
          break;
        }
      } else if (flow && isFlowSign(code)) break;
      else if (code === HASH && before === SPACE) break;
      if (code !== SPACE) end = at + 1;
      before = code;
    }
    if (end === start) throw GIVE_UP;
    this.at = end;
    return text.slice(start, end);
  }
}

function isFlowSign(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_LIST ||
    code === CLOSE_LIST ||
    code === OPEN_MAP ||
    code === CLOSE_MAP
  );
}

/** A plain scalar by the core schema: text, truth or a plain whole number. */
function toValue(scalar: string): unknown {
  const first = scalar.charCodeAt(0);
  // Letters from "a" on are the usual start.
  if (first <= 57) {
    if (/^(0|[1-9]\d{0,14})$/.test(scalar)) return Number(scalar);
    if (/^[-+.\dabcdefinoxABCDEFINOX_:]*$/.test(scalar)) throw GIVE_UP;
    return scalar;
  }
  if (scalar.length < 6) {
    switch (scalar) {
      case 'true':
      case 'True':
      case 'TRUE':
        return true;
      case 'false':
      case 'False':
      case 'FALSE':
        return false;
      case 'null':
      case 'Null':
      case 'NULL':
        throw GIVE_UP;
      default:
    }
  }
  return scalar;
}
