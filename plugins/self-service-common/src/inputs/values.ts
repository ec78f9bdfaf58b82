// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';

const LONGEST = 60;

export const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && !!value && !Array.isArray(value);

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameValue(
  one: JsonValue | undefined,
  other: JsonValue | undefined,
): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((each, index) => sameValue(each, other[index]))
    );
  }
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every(key => sameValue(one[key], other[key]));
  }
  return one === other;
}

/** A value in a sentence, cut where it is long. */
export function say(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
