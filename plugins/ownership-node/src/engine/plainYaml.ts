// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Reads the plain part of YAML that policies are written in, twenty times as fast as a full parser: block mappings and
// lists, flow collections, plain and quoted scalars on one line, comments. It never guesses: at anything else (anchors,
// tags, block scalars, escapes, null, a key twice, bad indentation, any error at all) it gives up, and the full parser
// reads the file and says what is wrong. So it can only answer what the full parser answers; a test holds it to that.
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  GIVE_UP,
  HASH,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  PlainYamlScanner,
  SPACE,
} from './plainYamlScanner';

/** Where the items of a list or the keys of a mapping start, as offsets in the text. */
export type Starts = number[] | Map<string, number>;

export interface PlainYaml {
  value: unknown;
  /** Of all collections but those inside of `rules`, the long list. */
  starts: ReadonlyMap<unknown, Starts>;
}

/** Tabs, carriage returns, byte order marks and whatever else looks like a space or like nothing. */
const UNUSUAL = /[^\n -~\u00a1-\u0fff\u2010-\u2027\u2190-\u21ff\u3041-\ud7ff]/;
const MAX_DEPTH = 64;
const MAX_KEY = 1_000;

class Reader extends PlainYamlScanner {
  readonly #starts = new Map<unknown, Starts>();
  #depth = 0;
  #inRules = false;

  read(): PlainYaml {
    this.nextLine(true);
    if (this.column < 0) throw GIVE_UP;
    const value = this.isOpening() ? this.#flowLine(-1) : this.#block();
    if (this.column >= 0) throw GIVE_UP;
    return { value, starts: this.#starts };
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
    const key = this.scalar(flow);
    if (
      typeof key !== 'string' ||
      key === '__proto__' ||
      key.length > MAX_KEY ||
      this.code() !== COLON ||
      Object.hasOwn(map, key)
    ) {
      throw GIVE_UP;
    }
    this.at++;
    if (this.#depth === 1) this.#inRules = key === 'rules';
    return key;
  }

  #block(): unknown {
    return this.isDash() ? this.#list() : this.#map();
  }

  #list(): unknown[] {
    const column = this.column;
    const list: unknown[] = [];
    const starts = this.#enter() ? ([] as number[]) : undefined;
    do {
      this.skipDash();
      const { at } = this;
      starts?.push(at);
      if (this.isOpening()) {
        list.push(this.#flowLine(column));
      } else {
        const scalar = this.scalar(false);
        if (this.code() === COLON) {
          this.at = at;
          list.push(this.#map());
        } else {
          this.nextLine();
          list.push(scalar);
        }
      }
    } while (this.column === column && this.isDash());
    if (this.column > column) throw GIVE_UP;
    this.#leave(list, starts);
    return list;
  }

  #map(): Record<string, unknown> {
    const column = this.column;
    const map: Record<string, unknown> = {};
    const starts = this.#enter() ? new Map<string, number>() : undefined;
    do {
      const at = this.at;
      const key = this.#newKey(map, false);
      const next = this.code();
      if (next !== SPACE && next !== NEWLINE) throw GIVE_UP;
      starts?.set(key, at);
      map[key] = this.#blockValue(column);
    } while (this.column === column);
    if (this.column > column) throw GIVE_UP;
    this.#leave(map, starts);
    return map;
  }

  #blockValue(column: number): unknown {
    this.skipSpaces();
    const code = this.code();
    if (code === NEWLINE || code === HASH) {
      // The space before a comment is part of what makes it one.
      if (code === HASH) this.at--;
      this.nextLine();
      if (this.column > column) {
        return this.isOpening() ? this.#flowLine(column) : this.#block();
      }
      // A list may stand right below its key.
      if (this.column === column && this.isDash()) return this.#list();
      throw GIVE_UP;
    }
    if (this.isOpening()) return this.#flowLine(column);
    const scalar = this.scalar(false);
    this.nextLine();
    return scalar;
  }

  /** A flow collection with nothing behind it; its lines stand to the right of `column`. */
  #flowLine(column: number): unknown {
    const value = this.#flow(column);
    this.nextLine();
    return value;
  }

  #flow(column: number): unknown {
    const code = this.code();
    if (code === OPEN_LIST) return this.#flowList(column);
    if (code === OPEN_MAP) return this.#flowMap(column);
    return this.scalar(true);
  }

  #flowList(column: number): unknown[] {
    const list: unknown[] = [];
    const starts = this.#enter() ? ([] as number[]) : undefined;
    this.at++;
    this.flowSpace(column);
    while (this.code() !== CLOSE_LIST) {
      starts?.push(this.at);
      list.push(this.#flow(column));
      this.#flowNext(column, CLOSE_LIST);
    }
    this.at++;
    this.#leave(list, starts);
    return list;
  }

  #flowMap(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const starts = this.#enter() ? new Map<string, number>() : undefined;
    this.at++;
    this.flowSpace(column);
    while (this.code() !== CLOSE_MAP) {
      const at = this.at;
      const key = this.#newKey(map, true);
      starts?.set(key, at);
      this.flowSpace(column);
      map[key] = this.#flow(column);
      this.#flowNext(column, CLOSE_MAP);
    }
    this.at++;
    this.#leave(map, starts);
    return map;
  }

  #flowNext(column: number, close: number) {
    this.flowSpace(column);
    const code = this.code();
    if (code === COMMA) {
      this.at++;
      this.flowSpace(column);
    } else if (code !== close) throw GIVE_UP;
  }
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
