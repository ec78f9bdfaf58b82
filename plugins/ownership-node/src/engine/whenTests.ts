// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { type Literal, parseTime, type Test } from './when';

/** What an attribute is, and with that which tests it takes. */
export type AttributeType = 'text' | 'number' | 'time' | 'name';

const TIME_EXAMPLE = "'2026-12-20T00:00:00Z'";

/** The test, or what is wrong with it. */
export function readTest(
  operator: string,
  value: unknown,
  type: AttributeType,
): Test | string {
  switch (operator) {
    case 'exists':
      return typeof value === 'boolean'
        ? { op: 'exists', value }
        : `"${value}" is neither true nor false: write exists: true`;
    case 'equals':
      return isLiteral(value, type)
        ? { op: 'equals', value }
        : `Not a ${type}: write equals: ${type === 'number' ? '8' : 'prod'}`;
    case 'in':
      return Array.isArray(value) &&
        value.length &&
        value.every(item => isLiteral(item, type))
        ? { op: 'in', value }
        : `Not a list of values: write in: [${
            type === 'number' ? '8, 9' : 'one, two'
          }]`;
    case 'startsWith':
      return typeof value === 'string' && value
        ? { op: 'startsWith', value }
        : `Not a text: write startsWith: CHG`;
    default:
      return readRange(operator, value, type);
  }
}

function isLiteral(value: unknown, type: AttributeType): value is Literal {
  if (type === 'number') return typeof value === 'number';
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function readRange(
  operator: string,
  value: unknown,
  type: AttributeType,
): Test | string {
  const numeric =
    operator.startsWith('at') ||
    type === 'number' ||
    (operator === 'between' &&
      Array.isArray(value) &&
      typeof value[0] === 'number');
  const example = numeric ? '8' : TIME_EXAMPLE;
  const parse = (item: unknown) => {
    if (numeric) return typeof item === 'number' ? item : NaN;
    return typeof item === 'string' ? parseTime(item) : NaN;
  };
  const rangeType = numeric ? 'number' : 'time';
  if (operator === 'between') {
    const bounds = Array.isArray(value) ? value.map(parse) : [];
    if (bounds.length !== 2 || bounds.some(Number.isNaN)) {
      return `Not two ${
        numeric ? 'numbers' : 'times with a zone'
      }: write between: [${example}, ${
        numeric ? '18' : "'2027-01-03T00:00:00Z'"
      }]`;
    }
    const [from, to] = bounds;
    if (from >= to) return 'The end is not after the start: swap the two';
    const [first, second] = value as unknown[];
    return {
      op: 'range',
      type: rangeType,
      from,
      to,
      closed: false,
      words: `between ${first} and ${second}`,
    };
  }
  const bound = parse(value);
  if (Number.isNaN(bound)) {
    return `"${value}" is not a ${
      numeric ? 'number' : 'time with a zone'
    }: write ${operator}: ${example}`;
  }
  const upper = operator === 'before' || operator === 'atMost';
  return {
    op: 'range',
    type: rangeType,
    from: upper ? -Infinity : bound,
    to: upper ? bound : Infinity,
    closed: operator !== 'before',
    words: `${
      {
        before: 'before',
        after: 'from',
        atMost: 'at most',
        atLeast: 'at least',
      }[operator]
    } ${value}`,
  };
}
