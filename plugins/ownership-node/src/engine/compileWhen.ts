// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fold, writeInstead } from './names';
import type { Path, Problems } from './problems';
import type { Condition, Test } from './when';
import { type AttributeType, readTest } from './whenTests';

const TYPES: Record<string, AttributeType> = {
  'time.now': 'time',
  'time.hour': 'number',
  'time.weekday': 'name',
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

/** What follows the first dot, so that a slip in the prefix is found. */
function restOf(name: unknown): string {
  const [, rest] = String(name).split(/\.(.*)/s);
  return rest && /^[A-Za-z][A-Za-z0-9]*$/.test(rest) ? rest : '<name>';
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
        ...context.prefixes.map(prefix => `${prefix}.${restOf(name)}`),
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
      wrong
        ? `"${wrong}" is no test of ${name}: ${writeInstead(wrong, allowed)}`
        : `Not exactly one test: write one of ${allowed.join(', ')}`,
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
