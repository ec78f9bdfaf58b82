// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import { JsonObject, JsonValue } from '@backstage/types';
import { isMap } from 'yaml';
import { iacError } from '../errors';
import { isObject } from '../moduleReader/convert';
import { addMember, insertItem } from './add';
import { applyToData } from './data';
import { dataOf, parseDocuments } from './documents';
import { locate, shownPath } from './locate';
import { removeSlot } from './remove';
import { replaceValue } from './replace';
import { Splice, YamlEdit, YamlEditResult } from './types';

/**
 * Edits YAML by replacing only the bytes of what an edit names; comments, order, quotes, line ends and the other
 * documents stay. After every edit the text is read again and compared with what the edit makes of the data: when it
 * is anything else, the edit is refused.
 *
 * Anchors and aliases are left alone: an edit of an alias, or of a value that an alias uses, is refused, as it would change
 * more than it names.
 *
 * @param options - `document`: index of the document, 0 unless given
 * @throws yaml-syntax and yaml-too-large for the text; yaml-document-missing, yaml-edit-invalid, yaml-path-not-found,
 * yaml-path-exists, yaml-path-through-value, yaml-alias, yaml-anchor for an edit
 * @public
 */
export function editYaml(
  text: string,
  options: { document?: number; edits: readonly YamlEdit[] },
): YamlEditResult {
  const { document = 0, edits } = options;
  const done = edits.reduce((current, given) => {
    check(given);
    // Without negative zero, which is no value of JSON.
    const edit: YamlEdit = JSON.parse(JSON.stringify(given));
    const path = edit.path.map(String);
    const steps =
      edit.op === 'merge' ? mergeSteps(current, document, edit) : [edit];
    const next = steps.reduce(
      (done_, step) => applyOne(done_, document, step),
      current,
    );
    if (next !== current) verify(current, next, document, edit, path);
    return next;
  }, text);
  // An empty list of edits still says whether the text can be read.
  if (edits.length === 0) documentOf(text, document);
  return { text: done, changed: done !== text };
}

function applyOne(text: string, document: number, edit: YamlEdit): string {
  return splicesOf(text, document, edit)
    .sort((a, b) => b.start - a.start)
    .reduce(
      (done, { start, end, text: inner }) =>
        done.slice(0, start) + inner + done.slice(end),
      text,
    );
}

function splicesOf(
  text: string,
  document: number,
  { op, path: given, value = null }: YamlEdit,
): Splice[] {
  const path = given.map(String);
  const found = locate(text, documentOf(text, document), path);
  const { slot, collection, rest } = found;
  const isItem = collection !== undefined && !isMap(collection.node);
  if (rest.length === 0 && slot) {
    if (op === 'remove') return removeSlot(text, slot);
    if (op === 'replace') return replaceValue(text, slot, value);
    if (isItem) return insertItem(text, collection, slot.index, value);
    throw iacError('yaml-path-exists', { path: shownPath(path) });
  }
  const isAppended =
    isItem &&
    rest.length === 1 &&
    (rest[0] === '-' || rest[0] === String(collection.node.items.length));
  const isKey = !isItem || found.empty !== undefined;
  if (op === 'add' && (isKey || isAppended)) return addMember(found, value);
  throw iacError('yaml-path-not-found', {
    path: shownPath(path),
    step: rest[0] ?? '',
  });
}

/** A merge as the edits of single keys, so that each touches only its own bytes. */
function mergeSteps(
  text: string,
  document: number,
  { path, value }: YamlEdit,
): YamlEdit[] {
  const data = dataAt(dataOf(documentOf(text, document)), path.map(String));
  const steps: YamlEdit[] = [];
  const visit = (
    at: YamlEdit['path'],
    held: JsonValue | undefined,
    patch: JsonObject,
  ) => {
    for (const [name, given] of Object.entries(patch)) {
      const inner = [...at, name];
      const old =
        isObject(held) && Object.hasOwn(held, name) ? held[name] : undefined;
      if (given === null || given === undefined) {
        if (old !== undefined) steps.push({ op: 'remove', path: inner });
      } else if (isObject(given) && isObject(old)) {
        visit(inner, old, given);
      } else {
        const op = old === undefined ? 'add' : 'replace';
        steps.push({ op, path: inner, value: withoutNull(given) });
      }
    }
  };
  visit(path, data, value as JsonObject);
  return steps;
}

/** RFC 7386: what is null in a patch is not there afterwards. */
function withoutNull(value: JsonValue): JsonValue {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([name, item]) => [name, withoutNull(item!)]),
  );
}

function dataAt(
  data: JsonValue | undefined,
  path: readonly string[],
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)];
    return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, data);
}

function check({ op, path, value }: YamlEdit) {
  const invalid = (reason: string) =>
    iacError('yaml-edit-invalid', {
      op,
      path: shownPath(path.map(String)),
      reason,
    });
  if (path.length === 0 && op !== 'merge') throw invalid('names no place');
  if (op === 'remove' ? value !== undefined : value === undefined) {
    throw invalid(op === 'remove' ? 'takes no value' : 'takes a value');
  }
  if (op === 'merge' && !isObject(value)) throw invalid('takes an object');
  if (value !== undefined && !isJson(value)) {
    throw invalid('takes a value that JSON can hold');
  }
  if (/\\ud[89a-f]/.test(JSON.stringify(value) ?? '')) {
    throw invalid('has half of a surrogate pair');
  }
}

function isJson(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return /^(string|boolean)$/.test(typeof value);
  const isPlain = [Object.prototype, Array.prototype, null].includes(
    Object.getPrototypeOf(value),
  );
  return isPlain && Object.values(value).every(isJson);
}

function verify(
  before: string,
  after: string,
  index: number,
  edit: YamlEdit,
  path: readonly string[],
) {
  const expected = parseDocuments(before).map(dataOf);
  expected[index] = applyToData(expected[index] ?? null, edit, path);
  let actual: JsonValue[] | undefined;
  try {
    actual = parseDocuments(after).map(dataOf);
  } catch {
    actual = undefined;
  }
  if (!isDeepStrictEqual(actual, expected)) {
    throw iacError('yaml-edit-invalid', {
      op: edit.op,
      path: shownPath(path),
      reason: 'cannot be made here without touching more. Edit it by hand',
    });
  }
}

function documentOf(text: string, index: number) {
  const documents = parseDocuments(text);
  const document = documents[index];
  if (!document) {
    throw iacError('yaml-document-missing', {
      index,
      count: documents.length,
    });
  }
  return document;
}
