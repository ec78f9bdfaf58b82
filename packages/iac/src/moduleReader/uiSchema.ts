// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { ModuleVariable } from './types';

/** How a form shows the inputs: required first, optional ones collapsed, and the words for what a schema cannot say. */
export function inputsUiSchema(
  variables: readonly ModuleVariable[],
): JsonObject {
  const required = variables.filter(({ isRequired }) => isRequired);
  const optional = variables.filter(({ isRequired }) => !isRequired);
  const names = [...required, ...optional].map(({ name }) => name);
  const collapsed = optional.map(({ name }) => name);
  return {
    'ui:order': names,
    'ui:options': { collapsed },
    ...Object.fromEntries(
      variables
        .map(variable => [variable.name, ofVariable(variable)] as const)
        .filter(([, schema]) => Object.keys(schema).length > 0),
    ),
  };
}

function ofVariable(variable: ModuleVariable): JsonObject {
  const { type, isSensitive, validations, default: given } = variable;
  const help = validations
    .filter(({ isComplete }) => !isComplete)
    .map(({ message, condition }) => message ?? condition)
    .join(' ');
  const options: JsonObject = {
    ...(isSensitive ? { sensitive: true } : {}),
    ...(type.kind === 'any' ? { json: true } : {}),
  };
  const isLong = typeof given === 'string' && given.includes('\n');
  return {
    ...(help ? { 'ui:help': help } : {}),
    ...(isLong ? { 'ui:widget': 'textarea' } : {}),
    ...(Object.keys(options).length > 0 ? { 'ui:options': options } : {}),
  };
}
