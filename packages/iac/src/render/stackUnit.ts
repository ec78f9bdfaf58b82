// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { iacError } from '../errors';
import {
  encodeHclValue,
  EncodeLimits,
  Entry,
  layOutEntries,
} from '../hcl/encode';
import { readLiteral } from '../hcl/literal';
import { parseHcl } from '../hcl/parse';
import { HclBlock } from '../hcl/types';
import { editHcl } from '../hclEdit/editHcl';
import { HclEdit } from '../hclEdit/types';
import { isObject } from '../moduleReader/convert';
import { formatModuleSource, parseModuleSource } from '../modules/source';
import { isRelativePath } from '../terragrunt/paths';

/** A `unit` block of a `terragrunt.stack.hcl`. @public */
export interface StackUnit {
  name: string;
  /** The unit's template: a Git source without version, or a path that begins with `./` or `../`. */
  source: string;
  /** Becomes `?ref=` of a Git source; none for a path. */
  version?: string;
  /** Folder that the unit is generated in, below the stack's. It is the key of its state: never change it. */
  path: string;
  /** In this order; encoded, never templated. */
  values?: JsonObject;
  limits?: Partial<EncodeLimits>;
}

/**
 * A `unit` block. `terraform fmt` has nothing to say about it, and no value in it can become an expression.
 *
 * @throws unit-invalid, module-source-invalid, and what {@link encodeHclValue} throws (paths begin with `values`)
 * @public
 */
export function renderStackUnit(unit: StackUnit): string {
  const { name, path, values = {}, limits } = unit;
  check(unit);
  const head: Entry[] = [
    { key: 'source', width: 6, text: encodeHclValue(sourceOf(unit)) },
    { key: 'path', width: 4, text: encodeHclValue(path) },
  ];
  const encoded = encodeHclValue(values, { path: 'values', indent: 1, limits });
  const body =
    Object.keys(values).length === 0 ? '' : `\n  values = ${encoded}\n`;
  return `unit "${name}" {\n${layOutEntries(head, 1)}${body}}\n`;
}

/**
 * The text of a stack file with a unit as it is given: added at the end after a blank line, or where it is there, with
 * only the source and the values replaced, added and removed that are others.
 *
 * @param text - the file, undefined for a new one
 * @throws unit-invalid, also for another `path` than the unit has; what {@link editHcl} and {@link renderStackUnit} throw
 * @public
 */
export async function putStackUnit(
  text: string | undefined,
  unit: StackUnit,
): Promise<{ text: string; action: 'created' | 'updated' | 'unchanged' }> {
  const block = renderStackUnit(unit);
  const before = text ?? '';
  const { body } = await parseHcl(before);
  const held = body.blocks.find(
    ({ type, labels }) => type === 'unit' && labels[0] === unit.name,
  );
  if (!held) {
    const eol = before.includes('\r\n') ? '\r\n' : '\n';
    const gap = before.trim() === '' ? '' : eol;
    const end = before === '' || before.endsWith('\n') ? '' : eol;
    const added = `${before}${end}${gap}${block.replaceAll('\n', eol)}`;
    await parseHcl(added);
    return { text: added, action: 'created' };
  }
  const { text: edited, changed } = await editHcl(before, edits(held, unit));
  return { text: edited, action: changed ? 'updated' : 'unchanged' };
}

function edits(held: HclBlock, unit: StackUnit): HclEdit[] {
  const at = ['unit', unit.name];
  const values = unit.values ?? {};
  const literalOf = (name: string) => {
    const value = held.body.attributes.find(one => one.name === name)?.value;
    const literal = value && readLiteral(value);
    return literal?.isLiteral ? literal.value : undefined;
  };
  const path = literalOf('path');
  if (path !== undefined && path !== unit.path) {
    throw invalid(
      unit.path,
      `is another path than "${path}", which is the key of its state. Keep the path, or remove the unit and add another`,
    );
  }
  const object = held.body.attributes.find(({ name }) => name === 'values');
  const keys =
    object?.value.kind === 'object'
      ? object.value.entries.flatMap(({ name }) => name ?? [])
      : [];
  const inner = [...at, 'values'];
  return [
    { op: 'set', at: [...at, 'source'], value: sourceOf(unit) },
    { op: 'set', at: [...at, 'path'], value: unit.path },
    ...keys
      .filter(key => !Object.hasOwn(values, key))
      .map<HclEdit>(key => ({ op: 'remove', at: [...inner, key] })),
    ...Object.entries(values).flatMap(([key, value]) =>
      deepSets([...inner, key], valueAt(object, key), value as JsonValue),
    ),
  ];
}

/** Goes as deep as both sides are maps, so that comments in them stay. */
function deepSets(
  at: string[],
  held: JsonValue | undefined,
  value: JsonValue,
): HclEdit[] {
  if (!isObject(held) || !isObject(value) || Object.keys(value).length === 0) {
    return [{ op: 'set', at, value }];
  }
  return [
    ...Object.keys(held)
      .filter(key => !Object.hasOwn(value, key))
      .map<HclEdit>(key => ({ op: 'remove', at: [...at, key] })),
    ...Object.entries(value).flatMap(([key, item]) =>
      deepSets(
        [...at, key],
        Object.hasOwn(held, key) ? held[key] : undefined,
        item as JsonValue,
      ),
    ),
  ];
}

function valueAt(
  attribute: HclBlock['body']['attributes'][number] | undefined,
  key: string,
): JsonValue | undefined {
  if (attribute?.value.kind !== 'object') return undefined;
  const entry = attribute.value.entries.find(({ name }) => name === key);
  const literal = entry && readLiteral(entry.value);
  return literal?.isLiteral ? literal.value : undefined;
}

function check({ name, path }: StackUnit) {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) {
    throw invalid(name, 'is not a name: use letters, digits, _ and -');
  }
  if (!isRelativePath(path) || path.split('/').includes('..')) {
    throw invalid(path, 'is not a path below the stack, for example db');
  }
}

function sourceOf({ source, version }: StackUnit): string {
  if (/^\.{1,2}\//.test(source)) {
    if (!isRelativePath(source)) throw invalid(source, 'is not a plain path');
    if (version !== undefined) {
      throw invalid(version, 'is the version of a path, which has none');
    }
    return source;
  }
  const parts = parseModuleSource(source);
  if (parts.ref !== undefined) {
    throw invalid(source, 'has a version already: leave ?ref= out');
  }
  if (version === undefined) throw invalid(source, 'needs a version');
  return formatModuleSource({ ...parts, ref: version });
}

function invalid(value: string, reason: string) {
  return iacError('unit-invalid', { value, reason });
}
