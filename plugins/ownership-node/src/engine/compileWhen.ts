// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { enumerate, fold, writeInstead } from './names';
import type { Path, Problems } from './problems';
import { type Condition, type Literal, parseTime, type Test } from './when';

/** What an attribute is, and with that which tests it takes. */
type AttributeType = 'text' | 'number' | 'time' | 'name';

const TYPES: Record<string, AttributeType> = {
  'time.now': 'time',
  'time.hour': 'number',
  'time.weekday': 'name',
  'target.action': 'name',
  'target.environment': 'name',
  'target.tier': 'name',
  'target.service': 'name',
  'target.account': 'name',
};

const OPERATORS: Record<AttributeType, readonly string[]> = {
  text: [
    'exists',
    'equals',
    'in',
    'startsWith',
    'before',
    'after',
    'between',
    'atLeast',
    'atMost',
  ],
  name: ['equals', 'in', 'startsWith'],
  number: ['equals', 'in', 'atLeast', 'atMost', 'between'],
  time: ['before', 'after', 'between'],
};

const MAX_DEPTH = 16;
const EXAMPLE = '{ attr: request.changeTicket, exists: true }';
const TIME_EXAMPLE = "'2026-12-20T00:00:00Z'";

export interface WhenContext {
  problems: Problems;
  /** `request` in rules and approvals; limits look at the resource too. */
  prefixes: readonly string[];
  /** Canonical names by the attribute that holds them. */
  names: (attribute: string) => ReadonlyMap<string, string> | undefined;
}

/** Compiles a `when`; undefined after a problem, which is then in `context.problems`. */
export function compileWhen(
  value: unknown,
  path: Path,
  context: WhenContext,
  depth = 0,
): Condition | undefined {
  const fail = (message: string, at: Path = path, where?: 'key') => {
    context.problems.error(at, message, where);
    return undefined;
  };
  if (depth > MAX_DEPTH) {
    return fail(`Nested deeper than ${MAX_DEPTH}: write it flatter`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(`Not a condition: write a mapping such as ${EXAMPLE}`);
  }
  const keys = Object.keys(value);
  const node = value as Record<string, unknown>;
  if (keys.includes('attr')) return compileTest(node, path, context);
  if (keys.length !== 1 || !['all', 'any', 'not'].includes(keys[0])) {
    return fail(
      `Not a condition: write exactly one of all, any, not, or a test such as ${EXAMPLE}`,
    );
  }
  const [key] = keys;
  if (key === 'not') {
    const part = compileWhen(node.not, [...path, 'not'], context, depth + 1);
    return part && { kind: 'not', part };
  }
  const items = node[key];
  if (!Array.isArray(items) || !items.length) {
    return fail(`Not a list: write ${key}: [${EXAMPLE}]`, [...path, key]);
  }
  const parts = items.map((item, index) =>
    compileWhen(item, [...path, key, index], context, depth + 1),
  );
  return parts.every(part => part !== undefined)
    ? { kind: key === 'all' ? 'all' : 'any', parts }
    : undefined;
}

function typeOf(
  name: string,
  prefixes: readonly string[],
): AttributeType | undefined {
  if (Object.hasOwn(TYPES, name)) return TYPES[name];
  const [prefix, rest = ''] = name.split(/\.(.*)/s);
  return prefixes.includes(prefix) && /^[A-Za-z][A-Za-z0-9]*$/.test(rest)
    ? 'text'
    : undefined;
}

function compileTest(
  node: Record<string, unknown>,
  path: Path,
  context: WhenContext,
): Condition | undefined {
  const { problems } = context;
  const name = node.attr;
  const type =
    typeof name === 'string' ? typeOf(name, context.prefixes) : undefined;
  if (typeof name !== 'string' || !type) {
    problems.error(
      [...path, 'attr'],
      `Unknown attribute "${name}": ${writeInstead(String(name), [
        ...context.prefixes.map(prefix => `${prefix}.<name>`),
        ...Object.keys(TYPES),
      ])}`,
    );
    return undefined;
  }
  const operators = Object.keys(node).filter(key => key !== 'attr');
  const allowed = OPERATORS[type];
  if (operators.length !== 1 || !allowed.includes(operators[0])) {
    const wrong = operators.find(key => !allowed.includes(key));
    problems.error(
      wrong ? [...path, wrong] : path,
      `${
        wrong ? `"${wrong}" is no test of ${name}` : 'Not exactly one test'
      }: write one of ${enumerate(allowed, 'or')}`,
      'key',
    );
    return undefined;
  }
  const [operator] = operators;
  const test = readTest(operator, node[operator], type);
  if (typeof test === 'string') {
    problems.error([...path, operator], test);
    return undefined;
  }
  const unknown = canonicalise(test, context.names(name));
  if (typeof unknown === 'string') {
    problems.error([...path, operator], unknown);
    return undefined;
  }
  return { kind: 'attribute', name, test: unknown };
}

/** The test, or what is wrong with it. */
function readTest(
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

/** Names in a test become the canonical ones, so that comparing them is exact. */
function canonicalise(
  test: Test,
  names: ReadonlyMap<string, string> | undefined,
): Test | string {
  if (!names || (test.op !== 'equals' && test.op !== 'in')) return test;
  const values = [test.value].flat().map(String);
  const missing = values.find(value => !names.has(fold(value)));
  if (missing !== undefined) {
    return `Unknown name "${missing}": ${writeInstead(
      missing,
      new Set(names.values()),
    )}`;
  }
  const known = values.map(value => names.get(fold(value)) ?? value);
  return test.op === 'equals'
    ? { op: 'equals', value: known[0] }
    : { op: 'in', value: known };
}
