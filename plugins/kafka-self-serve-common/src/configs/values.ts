// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { TopicConfigDefinition } from './types';

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const THROTTLED = /^(?:\*|\d+:\d+(?:,\d+:\d+)*)?$/;

/** What the types of Java hold. */
const BOUNDS = {
  INT: [-(2n ** 31n), 2n ** 31n - 1n],
  LONG: [-(2n ** 63n), 2n ** 63n - 1n],
} as const;

/**
 * The one spelling of a value, so that two that mean the same are equal text:
 * space around it is dropped, booleans are lower case, lists have no space, no
 * item twice and a fixed order. Text that is no value of its type stays as it is.
 *
 * @public
 */
export function normaliseConfigValue(
  definition: TopicConfigDefinition | undefined,
  value: string,
): string {
  const text = value.trim();
  switch (definition?.type) {
    case undefined:
      return value;
    case 'BOOLEAN':
      return text.toLowerCase();
    case 'LIST':
      return text === ''
        ? ''
        : [...new Set(text.split(',').map(item => item.trim()))]
            .sort()
            .join(',');
    case 'DOUBLE':
      return DECIMAL.test(text) ? String(Number(text)) : text;
    case 'INT':
    case 'LONG':
      return INTEGER.test(text) ? String(toInteger(text)) : text;
    default:
      return text;
  }
}

/**
 * What is wrong with a value, in words that go on "it …"; undefined if nothing
 * is. Numbers that only Java reads (`NaN`, `1f`, digits of other scripts) are
 * refused.
 *
 * @public
 */
export function configValueFault(
  definition: TopicConfigDefinition,
  value: string,
): string | undefined {
  const text = normaliseConfigValue(definition, value);
  if (definition.alsoAllowed?.includes(text)) return undefined;
  switch (definition.type) {
    case 'BOOLEAN':
      return ['true', 'false'].includes(text)
        ? undefined
        : 'has to be true or false';
    case 'INT':
    case 'LONG':
      return integerFault(definition, text);
    case 'DOUBLE':
      return DECIMAL.test(text)
        ? rangeFault(definition, Number(text))
        : 'has to be a number';
    case 'LIST':
      return listFault(definition, text);
    default:
      return wordFault(definition, text);
  }
}

/** What an INTEGER matches; `BigInt` knows no plus. */
function toInteger(text: string): bigint {
  return BigInt(text.replace('+', ''));
}

function integerFault(definition: TopicConfigDefinition, text: string) {
  if (!INTEGER.test(text)) return 'has to be a whole number';
  const number = toInteger(text);
  const [least, most] = BOUNDS[definition.type as keyof typeof BOUNDS];
  if (number < least) return `has to be at least ${least}`;
  if (number > most) return `has to be at most ${most}`;
  return rangeFault(definition, number);
}

function rangeFault(
  { min, max, alsoAllowed }: TopicConfigDefinition,
  number: bigint | number,
) {
  const tooLow = min !== undefined && number < min;
  const tooHigh = max !== undefined && number > max;
  if (!tooLow && !tooHigh) return undefined;
  const or = alsoAllowed ? `, or ${alsoAllowed.join(' or ')}` : '';
  if (min !== undefined && max !== undefined) {
    return `has to be from ${min} to ${max}${or}`;
  }
  return tooLow
    ? `has to be at least ${min}${or}`
    : `has to be at most ${max}${or}`;
}

function listFault(definition: TopicConfigDefinition, text: string) {
  if (definition.format === 'throttled-replicas') {
    return THROTTLED.test(text)
      ? undefined
      : 'has to be "*" or a list of partition:broker such as 0:1,1:2';
  }
  // Empty is a value: no policy at all, and the log is kept for ever.
  if (text === '') return undefined;
  const items = text.split(',');
  if (items.includes('')) return 'has an empty item';
  const { values } = definition;
  return !values || items.every(item => values.includes(item))
    ? undefined
    : `has to be a list of ${values.join(', ')}`;
}

function wordFault({ values }: TopicConfigDefinition, text: string) {
  return !values || values.includes(text)
    ? undefined
    : `has to be one of ${values.join(', ')}`;
}
