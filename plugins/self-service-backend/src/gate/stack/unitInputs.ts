// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The values of a stack's unit as the inputs that its template makes of them, so that they are held against the module
// as those of any other unit are.
import type { JsonObject } from '@backstage/types';
import { type HclObjectEntry, readTemplateInputs } from '@fairway/iac';
import type { UnitModule } from '../../modules/VettedModules';
import { type GivenInputs, splitInputs } from '../inputRules';

export async function unitInputs(options: {
  /** Of the unit, for messages. */
  path: string;
  module: UnitModule;
  /** Text of the template. */
  template: string;
  /** As the stack writes them. */
  entries: HclObjectEntry[];
}): Promise<GivenInputs> {
  const { path, module, template, entries } = options;
  const given = splitInputs(
    entries.flatMap(({ name, value }) =>
      name === undefined ? [] : [{ name, value }],
    ),
  );
  const names = [...Object.keys(given.values), ...given.expressions];
  const takes = await readTemplateInputs(template);
  const { inputs, isOpen, isValues, reads } = takes;
  const values: JsonObject = {};
  const expressions: string[] = [];
  const missing: string[] = [];
  const through = isValues
    ? names
        .filter(name => !reads?.includes(name))
        .map(name => ({ name, value: name, literal: undefined }))
    : inputs;
  for (const { name, value, literal } of through) {
    const isGiven = value !== undefined && names.includes(value);
    if (isGiven && Object.hasOwn(given.values, value)) {
      values[name] = given.values[value];
    } else if (isGiven) {
      expressions.push(name);
    } else if (literal !== undefined) {
      values[name] = literal;
    } else if (value === undefined) {
      expressions.push(name);
    } else {
      missing.push(value);
    }
  }
  const unread =
    isValues || !reads ? [] : names.filter(name => !reads.includes(name));
  return {
    path,
    module,
    values,
    expressions,
    ...(isOpen && { included: { values: {}, names: [], isOpen } }),
    stack: { missing, unread },
  };
}
