// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import { type PlainYaml, readPlainYaml } from './plainYaml';
import type { Path } from './problems';

/** Larger files are a mistake or an attack. */
const MAX_LENGTH = 8_000_000;

interface Place {
  line: number;
  column: number;
}

/** Where the parts of a YAML text stand in it. */
export interface SourceMap {
  readonly name: string;
  /** Where a path is written; the nearest thing above it if the path itself is not there. */
  place(path: Path, at?: 'key' | 'value'): Place;
  /** The line alone, which is cheap for all that a policy without problems has to know. */
  line(path: Path, at?: 'key' | 'value'): number;
}

/** Places from the full parser's nodes. */
class NodeSource implements SourceMap {
  readonly name: string;
  readonly #lines: LineCounter;
  readonly #document: Document;
  /** Key nodes of large mappings, found once. */
  readonly #keys = new WeakMap<
    object,
    Map<string, { key: Node; value: unknown }>
  >();

  constructor(name: string, lines: LineCounter, document: Document) {
    this.name = name;
    this.#lines = lines;
    this.#document = document;
  }

  line(path: Path, at?: 'key' | 'value'): number {
    return this.place(path, at).line;
  }

  place(path: Path, at: 'key' | 'value' = 'value'): Place {
    let node: unknown = this.#document.contents;
    let best = this.#placeOf(node);
    for (const [index, segment] of path.entries()) {
      const target = isAlias(node) ? node.resolve(this.#document) : node;
      const last = index === path.length - 1;
      if (isMap(target)) {
        const pair = this.#pairs(target).get(String(segment));
        if (!pair) return best ?? { line: 1, column: 1 };
        best = this.#placeOf(pair.key) ?? best;
        node = pair.value;
        if (last && at === 'key') break;
      } else if (isSeq(target)) {
        node = target.items[Number(segment)];
      } else {
        break;
      }
      best = this.#placeOf(node) ?? best;
    }
    return best ?? { line: 1, column: 1 };
  }

  #pairs(map: { items: { key: unknown; value: unknown }[] }) {
    let pairs = this.#keys.get(map);
    if (!pairs) {
      pairs = new Map();
      for (const { key, value } of map.items) {
        if (isScalar(key)) pairs.set(String(key.value), { key, value });
      }
      this.#keys.set(map, pairs);
    }
    return pairs;
  }

  #placeOf(node: unknown): Place | undefined {
    const range = (node as Node | undefined | null)?.range;
    return range ? this.#placeAt(range[0]) : undefined;
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/** Lines from what the plain reader noted; for a column, the full parser reads the text after all. */
class PlainSource implements SourceMap {
  readonly name: string;
  readonly #text: string;
  readonly #plain: PlainYaml;
  /** Offsets of the first letters of all lines. */
  #lines?: number[];
  #full?: SourceMap;

  constructor(name: string, text: string, plain: PlainYaml) {
    this.name = name;
    this.#text = text;
    this.#plain = plain;
  }

  line(path: Path, at: 'key' | 'value' = 'value'): number {
    let collection: unknown = this.#plain.value;
    for (const segment of path.slice(0, -1)) {
      collection = (collection as Record<string | number, unknown>)[segment];
    }
    const segment = path[path.length - 1];
    const starts = this.#plain.starts.get(collection);
    let start: number | undefined;
    if (Array.isArray(starts)) start = starts[Number(segment)];
    else if (at === 'key') start = starts?.get(String(segment));
    return start === undefined
      ? this.place(path, at).line
      : this.#lineAt(start);
  }

  place(path: Path, at?: 'key' | 'value'): Place {
    if (!this.#full) {
      const result = readFully(this.#text, this.name);
      if (result.problems) {
        throw new Error(
          `Two readings of ${this.name} differ: ${result.problems[0]?.message}`,
        );
      }
      this.#full = result.source;
    }
    return this.#full.place(path, at);
  }

  #lineAt(offset: number): number {
    const lines = (this.#lines ??= lineStarts(this.#text));
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lines[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** A text read as one YAML document of plain data, or what keeps it from being one. */
export type YamlResult =
  | { value: unknown; source: SourceMap; problems?: undefined }
  | { problems: PolicyProblem[] };

/** Reads YAML 1.2: times stay text, keys are unique, one document. */
export function readYaml(text: string, name: string): YamlResult {
  const plain = text.length > MAX_LENGTH ? undefined : readPlainYaml(text);
  return plain
    ? { value: plain.value, source: new PlainSource(name, text, plain) }
    : readFully(text, name);
}

/** The same with the full parser, which knows every place and says what is wrong. */
export function readFully(text: string, name: string): YamlResult {
  const refuse = (message: string, place?: Place): YamlResult => ({
    problems: [
      { severity: 'error', file: name, line: 1, column: 1, ...place, message },
    ],
  });
  if (text.length > MAX_LENGTH) {
    return refuse(
      `The file has ${text.length} characters: split it, at most ${MAX_LENGTH} are read`,
    );
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
  });
  const [document] = documents;
  if (!document || document.contents === null) {
    return refuse('The file is empty: write apiVersion, kind and the rest');
  }
  const broken = (documents as Document[]).flatMap(each => each.errors);
  if (broken.length) {
    return {
      problems: broken.map(error => {
        const { line, col } = lines.linePos(error.pos[0]);
        return {
          severity: 'error',
          file: name,
          line: Math.max(1, line),
          column: Math.max(1, col),
          message: `${yamlHint(error.code)}${error.message}`,
        };
      }),
    };
  }
  if (documents.length > 1) {
    return refuse(
      'The file holds several YAML documents: remove "---" and write one',
    );
  }
  const odd = findOddNode(document as Document, text);
  if (odd) {
    const { line, col } = lines.linePos(odd.offset);
    return refuse(odd.message, { line, column: col });
  }
  try {
    return {
      value: document.toJS({ maxAliasCount: 100 }),
      source: new NodeSource(name, lines, document),
    };
  } catch (error) {
    return refuse(
      `${
        error instanceof Error ? error.message : error
      }: write the values out instead of anchors`,
    );
  }
}

/** What YAML lets through and plain data has no place for. */
function findOddNode(document: Document, text: string) {
  let found: { offset: number; message: string } | undefined;
  if (!text.includes('*') && !text.includes('__proto__')) return found;
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document)) return undefined;
      found = {
        offset: node.range?.[0] ?? 0,
        message: `The anchor "${node.source}" is not defined: quote the value if the * is meant`,
      };
      return visit.BREAK;
    },
    Scalar(key, node) {
      if (key !== 'key' || node.value !== '__proto__') return undefined;
      found = {
        offset: node.range?.[0] ?? 0,
        message: '"__proto__" is not a name: write letters and digits',
      };
      return visit.BREAK;
    },
  });
  return found;
}

function yamlHint(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'The same key twice: keep one of them. ';
    case 'TAB_AS_INDENT':
      return 'A tab: indent with spaces. ';
    default:
      return 'Not valid YAML here: check quotes, brackets and indentation. ';
  }
}
