// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { iacError } from '../errors';
import { encodeKey, isPlainKey } from './keys';
import { quoteText } from './quote';

/** What a value may be at most. @public */
export interface EncodeLimits {
  /** UTF-8 bytes of one string or key. */
  stringBytes: number;
  /** Levels of lists and objects. */
  depth: number;
  /** Values in all, lists and objects counted too. */
  values: number;
}

/** @public */
export const DEFAULT_ENCODE_LIMITS: EncodeLimits = {
  stringBytes: 8 * 1024,
  depth: 20,
  values: 5_000,
};

/** @public */
export interface EncodeOptions {
  /** Name of the value in messages, for example `inputs`. */
  path?: string;
  /** Levels of two spaces that the lines after the first are indented by. */
  indent?: number;
  limits?: Partial<EncodeLimits>;
}

interface Place {
  path: string;
  indent: number;
  depth: number;
}

class Encoder {
  readonly #limits: EncodeLimits;
  #count = 0;

  constructor(limits: EncodeLimits) {
    this.#limits = limits;
  }

  encode(value: unknown, place: Place): string {
    this.#count += 1;
    if (this.#count > this.#limits.values) {
      throw iacError('value-too-many', {
        path: place.path,
        limit: this.#limits.values,
      });
    }
    if (value === null) return 'null';
    switch (typeof value) {
      case 'boolean':
        return String(value);
      case 'number':
        return encodeNumber(value, place.path);
      case 'string':
        this.#check(value, place.path);
        return `"${quoteText(value)}"`;
      case 'object':
        return this.#collection(value, place);
      default:
        throw iacError('value-unsupported', {
          path: place.path,
          problem: `is of type ${typeof value}`,
        });
    }
  }

  #collection(value: object, place: Place): string {
    if (place.depth >= this.#limits.depth) {
      throw iacError('value-too-deep', {
        path: place.path,
        limit: this.#limits.depth,
      });
    }
    if (Array.isArray(value)) return this.#list(value, place);
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw iacError('value-unsupported', {
        path: place.path,
        problem: 'is not a plain object',
      });
    }
    return this.#object(value, place);
  }

  #list(items: unknown[], place: Place): string {
    if (items.length === 0) return '[]';
    const pad = '  '.repeat(place.indent + 1);
    const lines = Array.from(
      items,
      (item, index) =>
        `${pad}${this.encode(item, inside(place, `[${index}]`))},\n`,
    );
    return `[\n${lines.join('')}${'  '.repeat(place.indent)}]`;
  }

  #object(value: object, place: Place): string {
    const seen = new Set<string>();
    const entries = Object.entries(value).map(([name, item]) => {
      const at = inside(
        place,
        isPlainKey(name) ? `.${name}` : `[${JSON.stringify(name)}]`,
      );
      this.#check(name, at.path);
      // HCL compares keys in NFC: of two that are equal there, one would be lost.
      if (seen.has(name.normalize('NFC'))) {
        throw iacError('value-unsupported', {
          path: at.path,
          problem: 'has a key that occurs twice in NFC',
        });
      }
      seen.add(name.normalize('NFC'));
      return { ...encodeKey(name), text: this.encode(item, at) };
    });
    return entries.length === 0
      ? '{}'
      : `{\n${layOutEntries(entries, place.indent + 1)}${'  '.repeat(
          place.indent,
        )}}`;
  }

  #check(text: string, path: string) {
    const limit = this.#limits.stringBytes;
    const bytes = Buffer.byteLength(text, 'utf8');
    if (bytes > limit) {
      // A key that is too long must not make the message too long as well.
      throw iacError('value-too-long', { path, bytes, limit });
    }
    if (text.includes('\0')) {
      throw iacError('value-unsupported', {
        path,
        problem: 'has the character NUL (\\u0000)',
      });
    }
    if (/\p{Surrogate}/u.test(text)) {
      throw iacError('value-unsupported', {
        path,
        problem: 'has half of a surrogate pair',
      });
    }
  }
}

/**
 * A JSON value as the text of an HCL expression that evaluates to exactly this
 * value: text stays text, never a template. Lists and objects are laid out on
 * several lines, as `terraform fmt` leaves them.
 *
 * HCL itself normalises text to Unicode NFC when it evaluates; the text that is
 * written here is left as it was given.
 *
 * @returns the expression, without a line end
 * @throws value-unsupported, value-too-long, value-too-deep, value-too-many; each names the path of the value
 * @public
 */
export function encodeHclValue(
  value: JsonValue,
  options: EncodeOptions = {},
): string {
  const encoder = new Encoder({ ...DEFAULT_ENCODE_LIMITS, ...options.limits });
  return encoder.encode(value, {
    path: options.path ?? 'value',
    indent: options.indent ?? 0,
    depth: 0,
  });
}

function inside(place: Place, step: string): Place {
  return {
    path: `${place.path}${step}`,
    indent: place.indent + 1,
    depth: place.depth + 1,
  };
}

/** One `key = value`; `width` is what `terraform fmt` counts for the key. */
export interface Entry {
  key: string;
  width: number;
  text: string;
}

/**
 * Lines of `key = value`. `terraform fmt` aligns the `=` of consecutive entries
 * that fit on one line each; one that spans several lines ends such a group.
 */
export function layOutEntries(entries: Entry[], indent: number): string {
  const pad = '  '.repeat(indent);
  let group: Entry[] = [];
  let lines = '';
  const flush = () => {
    const width = Math.max(...group.map(entry => entry.width));
    for (const entry of group) {
      const gap = ' '.repeat(width - entry.width);
      lines += `${pad}${entry.key}${gap} = ${entry.text}\n`;
    }
    group = [];
  };
  for (const entry of entries) {
    if (entry.text.includes('\n')) {
      flush();
      lines += `${pad}${entry.key} = ${entry.text}\n`;
    } else {
      group.push(entry);
    }
  }
  flush();
  return lines;
}

function encodeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) {
    throw iacError('value-unsupported', {
      path,
      problem: `is the number ${value}`,
    });
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e21) {
    // All digits: what String() makes of 2^63 is another integer.
    return BigInt(value).toString();
  }
  const text = String(value);
  // Not every reader of HCL takes an exponent without a fraction.
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text;
}
