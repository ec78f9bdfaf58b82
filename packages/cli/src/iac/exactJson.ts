// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HclExpression } from '@fairway/iac';
import type { JsonValue } from './path';

/** The first number below a value of HCL, as it is written, that JSON would read as another one. */
export function inexactNumber(
  text: string,
  value: HclExpression,
): string | undefined {
  if (value.kind === 'list') return first(text, value.items);
  if (value.kind === 'object') {
    return first(
      text,
      value.entries.map(entry => entry.value),
    );
  }
  if (value.kind !== 'literal' || typeof value.value !== 'number') {
    return undefined;
  }
  const written = text.slice(value.range.start, value.range.end);
  return digitsOf(written) === digitsOf(String(value.value))
    ? undefined
    : written;
}

function first(text: string, values: HclExpression[]): string | undefined {
  for (const value of values) {
    const found = inexactNumber(text, value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `1.10`, `11e-1` and `1.1` are one number. */
function digitsOf(number: string): string {
  const [mantissa, exponent = '0'] = number.toLowerCase().split('e');
  const [whole, fraction = ''] = mantissa.replace(/[\s-]/g, '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const plain = digits.replace(/0+$/, '');
  if (!plain) return '0';
  const sign = mantissa.startsWith('-') ? '-' : '';
  const zeros = digits.length - plain.length;
  return `${sign}${plain}e${Number(exponent) - fraction.length + zeros}`;
}

/**
 * A value of YAML, read with whole numbers as `bigint`, as the JSON that says exactly the same.
 *
 * @throws what `refuse` makes of the first part for which there is none
 */
export function exactJson(
  value: unknown,
  refuse: (what: string) => Error,
): JsonValue {
  if (typeof value === 'bigint') {
    if (Number.isSafeInteger(Number(value))) return Number(value);
    throw refuse(`the number ${value}`);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw refuse(`the number ${value}`);
  }
  if (Array.isArray(value)) return value.map(each => exactJson(each, refuse));
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw refuse(`a ${value.constructor.name}`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      exactJson(each, refuse),
    ]),
  );
}
