// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the plain part of YAML that policies are written in, twenty times as fast as a full parser: block mappings and
// lists, flow collections, plain and quoted scalars on one line, comments. It never guesses: at anything else (anchors,
// tags, block scalars, escapes, null, a key twice, bad indentation, any error at all) it gives up, and the full parser
// reads the file and says what is wrong. So it can only answer what the full parser answers; a test holds it to that.

/** Where the items of a list or the keys of a mapping start, as offsets in the text. */
export type Starts = number[] | Map<string, number>;

export interface PlainYaml {
  value: unknown;
  /** Of all collections but those inside of `rules`, the long list. */
  starts: ReadonlyMap<unknown, Starts>;
}

const NEWLINE = 10;
const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Tabs, carriage returns, byte order marks and whatever else looks like a space or like nothing. */
const UNUSUAL = /[^\n -~\u00a1-\u0fff\u2010-\u2027\u2190-\u21ff\u3041-\ud7ff]/;
/** What a plain scalar cannot start with, or what would make it something else. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`<=~'].map(codeOf));
const MAX_DEPTH = 64;
const MAX_KEY = 1_000;

const GIVE_UP = new Error('Not plain YAML');

function codeOf(sign: string): number {
  return sign.charCodeAt(0);
}

class Reader {
  readonly #text: string;
  readonly #starts = new Map<unknown, Starts>();
  #at = 0;
  #lineStart = 0;
  /** Of the line that is read; -1 after the last. */
  #column = 0;
  #depth = 0;
  #inRules = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PlainYaml {
    this.#nextLine(true);
    if (this.#column < 0) throw GIVE_UP;
    const value = this.#isOpening() ? this.#flowLine(-1) : this.#block();
    if (this.#column >= 0) throw GIVE_UP;
    return { value, starts: this.#starts };
  }

  #code(offset = 0): number {
    return this.#text.charCodeAt(this.#at + offset);
  }

  #isOpening(): boolean {
    const code = this.#code();
    return code === OPEN_MAP || code === OPEN_LIST;
  }

  #isDash(): boolean {
    return this.#code() === DASH && this.#code(1) === SPACE;
  }

  #skipSpaces() {
    while (this.#code() === SPACE) this.#at++;
  }

  /** To the first sign of the next line that has one; nothing but a comment may be left on this one. */
  #nextLine(fresh = false) {
    const text = this.#text;
    let atStart = fresh;
    for (;;) {
      const from = this.#at;
      this.#skipSpaces();
      const code = this.#code();
      if (code === HASH) {
        if (this.#at === from && !atStart) throw GIVE_UP;
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
      } else if (code !== NEWLINE && this.#at < text.length) {
        if (!atStart) throw GIVE_UP;
        this.#column = this.#at - this.#lineStart;
        return;
      }
      if (this.#at >= text.length) {
        this.#column = -1;
        return;
      }
      this.#lineStart = ++this.#at;
      atStart = true;
    }
  }

  /** Whether to note where things are: not inside of rules, where nobody asks without a problem to report. */
  #enter(): boolean {
    if (++this.#depth > MAX_DEPTH) throw GIVE_UP;
    return this.#depth <= 2 || !this.#inRules;
  }

  #leave(value: object, starts: Starts | undefined) {
    this.#depth--;
    if (starts) this.#starts.set(value, starts);
  }

  #newKey(map: Record<string, unknown>, flow: boolean): string {
    const code = this.#code();
    const key =
      code === SINGLE || code === DOUBLE
        ? this.#quoted(code)
        : toValue(this.#plain(flow));
    if (
      typeof key !== 'string' ||
      key === '__proto__' ||
      key.length > MAX_KEY ||
      this.#code() !== COLON ||
      Object.hasOwn(map, key)
    ) {
      throw GIVE_UP;
    }
    this.#at++;
    if (this.#depth === 1) this.#inRules = key === 'rules';
    return key;
  }

  #block(): unknown {
    return this.#isDash() ? this.#list() : this.#map();
  }

  #list(): unknown[] {
    const column = this.#column;
    const list: unknown[] = [];
    const starts = this.#enter() ? ([] as number[]) : undefined;
    do {
      this.#at += 2;
      this.#skipSpaces();
      const at = this.#at;
      starts?.push(at);
      this.#column = at - this.#lineStart;
      if (this.#isOpening()) {
        list.push(this.#flowLine(column));
      } else {
        const scalar = this.#scalar(false);
        if (this.#code() === COLON) {
          this.#at = at;
          list.push(this.#map());
        } else {
          this.#nextLine();
          list.push(scalar);
        }
      }
    } while (this.#column === column && this.#isDash());
    if (this.#column > column) throw GIVE_UP;
    this.#leave(list, starts);
    return list;
  }

  #map(): Record<string, unknown> {
    const column = this.#column;
    const map: Record<string, unknown> = {};
    const starts = this.#enter() ? new Map<string, number>() : undefined;
    do {
      const at = this.#at;
      const key = this.#newKey(map, false);
      const next = this.#code();
      if (next !== SPACE && next !== NEWLINE) throw GIVE_UP;
      starts?.set(key, at);
      map[key] = this.#blockValue(column);
    } while (this.#column === column);
    if (this.#column > column) throw GIVE_UP;
    this.#leave(map, starts);
    return map;
  }

  #blockValue(column: number): unknown {
    this.#skipSpaces();
    const code = this.#code();
    if (code === NEWLINE || code === HASH) {
      // The space before a comment is part of what makes it one.
      if (code === HASH) this.#at--;
      this.#nextLine();
      if (this.#column > column) {
        return this.#isOpening() ? this.#flowLine(column) : this.#block();
      }
      // A list may stand right below its key.
      if (this.#column === column && this.#isDash()) return this.#list();
      throw GIVE_UP;
    }
    if (this.#isOpening()) return this.#flowLine(column);
    const scalar = this.#scalar(false);
    this.#nextLine();
    return scalar;
  }

  /** A flow collection with nothing behind it; its lines stand to the right of `column`. */
  #flowLine(column: number): unknown {
    const value = this.#flow(column);
    this.#nextLine();
    return value;
  }

  #flow(column: number): unknown {
    const code = this.#code();
    if (code === OPEN_LIST) return this.#flowList(column);
    if (code === OPEN_MAP) return this.#flowMap(column);
    return this.#scalar(true);
  }

  #flowList(column: number): unknown[] {
    const list: unknown[] = [];
    const starts = this.#enter() ? ([] as number[]) : undefined;
    this.#at++;
    this.#flowSpace(column);
    while (this.#code() !== CLOSE_LIST) {
      starts?.push(this.#at);
      list.push(this.#flow(column));
      this.#flowNext(column, CLOSE_LIST);
    }
    this.#at++;
    this.#leave(list, starts);
    return list;
  }

  #flowMap(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const starts = this.#enter() ? new Map<string, number>() : undefined;
    this.#at++;
    this.#flowSpace(column);
    while (this.#code() !== CLOSE_MAP) {
      const at = this.#at;
      const key = this.#newKey(map, true);
      starts?.set(key, at);
      this.#flowSpace(column);
      map[key] = this.#flow(column);
      this.#flowNext(column, CLOSE_MAP);
    }
    this.#at++;
    this.#leave(map, starts);
    return map;
  }

  #flowNext(column: number, close: number) {
    this.#flowSpace(column);
    const code = this.#code();
    if (code === COMMA) {
      this.#at++;
      this.#flowSpace(column);
    } else if (code !== close) throw GIVE_UP;
  }

  #flowSpace(column: number) {
    const code = this.#code();
    if (code !== SPACE && code !== NEWLINE && code !== HASH) return;
    const from = this.#at;
    this.#skipSpaces();
    const next = this.#code();
    if (next !== NEWLINE && next !== HASH) return;
    if (next === HASH && this.#at === from) throw GIVE_UP;
    const before = this.#column;
    this.#nextLine();
    if (this.#column <= column) throw GIVE_UP;
    this.#column = before;
  }

  #scalar(flow: boolean): unknown {
    const code = this.#code();
    return code === SINGLE || code === DOUBLE
      ? this.#quoted(code)
      : toValue(this.#plain(flow));
  }

  #quoted(quote: number): string {
    const text = this.#text;
    const start = ++this.#at;
    let doubled = false;
    for (;;) {
      const code = this.#code();
      if (code === quote) {
        if (quote === DOUBLE || this.#code(1) !== SINGLE) break;
        doubled = true;
        this.#at++;
      } else if (
        code === NEWLINE ||
        this.#at >= text.length ||
        (code === BACKSLASH && quote === DOUBLE)
      ) {
        throw GIVE_UP;
      }
      this.#at++;
    }
    const value = text.slice(start, this.#at++);
    return doubled ? value.replaceAll("''", "'") : value;
  }

  #plain(flow: boolean): string {
    const text = this.#text;
    const start = this.#at;
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
    this.#at = end;
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

/** The value of a text of plain YAML, or undefined for the full parser to read it. */
export function readPlainYaml(text: string): PlainYaml | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error === GIVE_UP) return undefined;
    throw error;
  }
}
