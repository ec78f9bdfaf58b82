// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { HclExpression } from '../hcl/types';
import { TypeConstraint } from './types';

/** The operator with its sides exchanged. */
export const FLIPPED: Record<string, string> = {
  '>=': '<=',
  '>': '<',
  '<=': '>=',
  '<': '>',
  '==': '==',
  '!=': '!=',
};

const COUNTED: Partial<Record<TypeConstraint['kind'], string>> = {
  string: 'Length',
  list: 'Items',
  set: 'Items',
  tuple: 'Items',
  map: 'Properties',
};

/** What a comparison of `length(…)` with a number is in JSON Schema. */
export function lengthKeywords(
  kind: TypeConstraint['kind'] | undefined,
  operator: string,
  value: number,
): JsonObject | undefined {
  const what = kind && COUNTED[kind];
  if (!what) return undefined;
  const [least, most] = [`min${what}`, `max${what}`];
  const bounds: Record<string, JsonObject> = {
    '>=': { [least]: value },
    '>': { [least]: value + 1 },
    '<=': { [most]: value },
    '<': { [most]: value - 1 },
    '==': { [least]: value, [most]: value },
    '!=': value === 0 ? { [least]: 1 } : {},
  };
  const limits = Object.values(bounds[operator] ?? {});
  return limits.length > 0 && limits.every(limit => Number(limit) >= 0)
    ? bounds[operator]
    : undefined;
}

/** The parts of `a && b && …`. */
export function conjuncts(expression: HclExpression): HclExpression[] {
  return flattened(expression, '&&');
}

/** The parts of `a || b || …`. */
export function disjuncts(expression: HclExpression): HclExpression[] {
  return flattened(expression, '||');
}

function flattened(
  expression: HclExpression,
  operator: string,
): HclExpression[] {
  const operation =
    expression.kind === 'other' ? expression.operation : undefined;
  if (operation?.operator === '()') {
    const inner = flattened(operation.operands[0], operator);
    return inner.length > 1 ? inner : [expression];
  }
  return operation?.operator === operator
    ? operation.operands.flatMap(part => flattened(part, operator))
    : [expression];
}
