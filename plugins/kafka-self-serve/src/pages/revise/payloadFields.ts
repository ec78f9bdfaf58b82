// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { inUnits } from '../ask';

/** One value of a payload that holds no others. */
export interface PayloadField {
  path: (string | number)[];
  value: string | number | boolean;
}

/** Every single value of a payload, in its order. */
export function fieldsOf(payload: JsonValue | undefined): PayloadField[] {
  const visit = (
    value: JsonValue | undefined,
    path: PayloadField['path'],
  ): PayloadField[] => {
    if (Array.isArray(value)) {
      return value.flatMap((each, index) => visit(each, [...path, index]));
    }
    if (typeof value === 'object' && value) {
      return Object.entries(value).flatMap(([key, each]) =>
        visit(each, [...path, key]),
      );
    }
    return value === undefined || value === null ? [] : [{ path, value }];
  };
  return visit(payload, []);
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

/** What a value says to people, where it is no word itself: `7 days` of a config, a time in one's own zone. */
export function inWordsOf({ path, value }: PayloadField): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (TIME.test(value)) {
    return new Intl.DateTimeFormat(undefined, {
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(new Date(value));
  }
  const words = inUnits(
    KAFKA_TOPIC_CONFIGS.get(String(path[path.length - 1])),
    value,
  );
  return words === value ? undefined : words;
}

/** The payload with another value at a path; everything else is as it was. */
export function withField(
  payload: JsonObject,
  { path, value }: PayloadField,
): JsonObject {
  const put = (
    around: JsonValue | undefined,
    [key, ...rest]: PayloadField['path'],
  ): JsonValue => {
    if (key === undefined) return value;
    if (Array.isArray(around)) {
      return around.map((each, index) =>
        index === key ? put(each, rest) : each,
      ) satisfies JsonArray;
    }
    const object = around as JsonObject;
    return { ...object, [key]: put(object[key], rest) };
  };
  return put(payload, path) as JsonObject;
}
