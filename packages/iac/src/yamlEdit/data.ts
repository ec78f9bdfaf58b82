// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../moduleReader/convert';
import { YamlEdit } from './types';

/** What an edit makes of data: the text after an edit is compared with it. */
export function applyToData(
  data: JsonValue,
  edit: YamlEdit,
  path: readonly string[],
): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) {
    return edit.op === 'merge' ? merged(data, edit.value!) : edit.value!;
  }
  if (Array.isArray(data)) {
    const at = step === '-' ? data.length : Number(step);
    const isInserted = rest.length === 0 && edit.op === 'add';
    const isRemoved = rest.length === 0 && edit.op === 'remove';
    const items = isRemoved ? [] : [applyToData(data[at] ?? null, edit, rest)];
    return [
      ...data.slice(0, at),
      ...items,
      ...data.slice(isInserted ? at : at + 1),
    ];
  }
  const object = isObject(data) ? data : {};
  if (rest.length === 0 && edit.op === 'remove') {
    return entries(object)
      .filter(([name]) => name !== step)
      .reduce(put, {});
  }
  const held = Object.hasOwn(object, step) ? object[step]! : null;
  const value = applyToData(held, edit, rest);
  return with_(object, step, value);
}

/** RFC 7386. */
function merged(data: JsonValue, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  return entries(patch).reduce<JsonObject>(
    (done, [name, value]) => {
      if (value === null) {
        return entries(done)
          .filter(([key]) => key !== name)
          .reduce(put, {});
      }
      const held = Object.hasOwn(done, name) ? done[name]! : null;
      return with_(done, name, merged(held, value));
    },
    isObject(data) ? data : {},
  );
}

function entries(object: JsonObject): [string, JsonValue][] {
  return Object.entries(object) as [string, JsonValue][];
}

function with_(object: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.fromEntries([
    ...entries(object).filter(([key]) => key !== name),
    [name, value],
  ]) as JsonObject;
}

function put(object: JsonObject, [name, value]: [string, JsonValue]) {
  return with_(object, name, value);
}
