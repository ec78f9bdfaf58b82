// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { say } from './values';

interface Broken {
  rule: string;
  message: string;
}

/** How long a text may be, and how it is written. */
export function textProblems(value: string, schema: JsonObject): Broken[] {
  const { minLength, maxLength, pattern } = schema;
  // Characters as Terraform and JSON Schema count them, not UTF-16 units.
  const length = [...value].length;
  const broken: Broken[] = [];
  if (typeof minLength === 'number' && length < minLength) {
    broken.push({
      rule: 'minLength',
      message:
        length === 0
          ? 'is empty; give it a value'
          : `has ${length} characters; give at least ${minLength}`,
    });
  }
  if (typeof maxLength === 'number' && length > maxLength) {
    broken.push({
      rule: 'maxLength',
      message: `has ${length} characters; give at most ${maxLength}`,
    });
  }
  if (typeof pattern === 'string' && !matches(value, pattern)) {
    broken.push({
      rule: 'pattern',
      message: `is ${say(
        value,
      )}, which does not match ${pattern}; write it so that it does`,
    });
  }
  return broken;
}

/** How large a number may be. */
export function rangeProblems(value: number, schema: JsonObject): Broken[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } =
    schema;
  const broken: Broken[] = [];
  const add = (rule: string, wanted: string) =>
    broken.push({ rule, message: `is ${value}; give ${wanted}` });
  if (typeof minimum === 'number' && value < minimum) {
    add('minimum', `at least ${minimum}`);
  }
  if (typeof maximum === 'number' && value > maximum) {
    add('maximum', `at most ${maximum}`);
  }
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) {
    add('exclusiveMinimum', `more than ${exclusiveMinimum}`);
  }
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) {
    add('exclusiveMaximum', `less than ${exclusiveMaximum}`);
  }
  if (
    typeof multipleOf === 'number' &&
    !Number.isInteger(Number((value / multipleOf).toFixed(9)))
  ) {
    add('multipleOf', `a multiple of ${multipleOf}`);
  }
  return broken;
}

/** How many items a list has, or entries an object. */
export function sizeProblems(
  count: number,
  schema: JsonObject,
  of: 'Items' | 'Properties',
): Broken[] {
  const [least, most] = [schema[`min${of}`], schema[`max${of}`]];
  const noun = of === 'Items' ? 'items' : 'entries';
  const broken: Broken[] = [];
  if (typeof least === 'number' && count < least) {
    broken.push({
      rule: `min${of}`,
      message: `has ${count} ${noun}; give at least ${least}`,
    });
  }
  if (typeof most === 'number' && count > most) {
    broken.push({
      rule: `max${of}`,
      message: `has ${count} ${noun}; give at most ${most}`,
    });
  }
  return broken;
}

/** A pattern that this engine cannot read refuses nothing: Terraform checks it again. */
function matches(value: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(value);
  } catch {
    return true;
  }
}
