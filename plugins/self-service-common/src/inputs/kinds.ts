// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import { isRecord } from './values';

const WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** The types that a schema names; none for any. */
export function kindsOf({ type }: JsonObject): string[] {
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.map(String) : [];
}

/** Whether a value is of a type of JSON Schema. */
export function kindOf(value: JsonValue, kind: string): boolean {
  switch (kind) {
    case 'integer':
      return Number.isInteger(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'null':
      return value === null;
    default:
      return typeof value === kind;
  }
}

/** `a number`, `text or a list`. */
export function saidKinds(kinds: string[]): string {
  return kinds.map(kind => WORDS[kind] ?? kind).join(' or ');
}
