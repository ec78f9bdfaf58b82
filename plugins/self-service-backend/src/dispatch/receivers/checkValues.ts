// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import { selfServiceError } from '../../errors';
import { textOf } from './template';
import type { Receiver, ValueRule } from './types';

/** @throws InputError `dispatch-values-refused` with every value that is wrong */
export function checkValues(receiver: Receiver, values: JsonObject): void {
  const { values: rules } = receiver;
  if (!rules) return;
  const unknown = Object.keys(values)
    .filter(name => !Object.hasOwn(rules, name))
    .map(name => `"${name}" is none of its values`);
  const wrong = Object.entries(rules).flatMap(([name, rule]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const problem = problemOf(value, rule);
    return problem ? [`"${name}" ${problem}`] : [];
  });
  const problems = [...unknown, ...wrong];
  if (problems.length > 0) {
    throw selfServiceError('dispatch-values-refused', {
      receiver: receiver.name,
      problems: problems.join('; '),
    });
  }
}

function problemOf(
  value: JsonValue | undefined,
  rule: ValueRule,
): string | undefined {
  if (value === undefined || value === '') {
    return rule.required ? 'is missing' : undefined;
  }
  if (rule.enum && !rule.enum.includes(textOf(value))) {
    return `is none of ${rule.enum.join(', ')}`;
  }
  if (!rule.pattern) return undefined;
  return rule.pattern.test(textOf(value))
    ? undefined
    : `does not match ${rule.pattern.source}`;
}
