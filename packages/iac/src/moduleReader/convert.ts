// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isDeepStrictEqual } from 'node:util';
import { JsonObject, JsonValue } from '@backstage/types';
import { TypeConstraint } from './types';

/**
 * A value as Terraform converts it to a type: `5` for a string is `"5"`, attributes that an object type has not are
 * left out. What cannot be converted stays.
 */
export function convert(value: JsonValue, type: TypeConstraint): JsonValue {
  if (value === null) return value;
  switch (type.kind) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : value;
    case 'number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
        ? Number(value)
        : value;
    case 'bool':
      return value === 'true' || value === 'false' ? value === 'true' : value;
    case 'list':
      return Array.isArray(value)
        ? value.map(item => convert(item, type.of))
        : value;
    case 'set':
      return Array.isArray(value)
        ? distinct(value.map(item => convert(item, type.of)))
        : value;
    case 'tuple':
      return Array.isArray(value)
        ? value.map((item, index) =>
            convert(item, type.items[index] ?? { kind: 'any' }),
          )
        : value;
    case 'map':
      return isObject(value)
        ? mapped(Object.entries(value), item => convert(item, type.of))
        : value;
    case 'object': {
      if (!isObject(value)) return value;
      const entries = type.attributes
        .filter(({ name }) => Object.hasOwn(value, name))
        .map(({ name, type: inner }) => [
          name,
          convert(value[name] as JsonValue, inner),
        ]);
      return Object.fromEntries(entries) as JsonObject;
    }
    default:
      return value;
  }
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapped(
  entries: [string, JsonValue | undefined][],
  change: (value: JsonValue) => JsonValue,
): JsonObject {
  return Object.fromEntries(
    entries.map(([name, value]) => [name, change(value ?? null)]),
  );
}

function distinct(values: JsonValue[]): JsonValue[] {
  return values.filter(
    (value, index) =>
      values.findIndex(other => isDeepStrictEqual(other, value)) === index,
  );
}
