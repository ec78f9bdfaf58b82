// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import type { CatalogModule, ModuleFacts } from '@fairway/iac';

type Offered = Pick<ModuleFacts, 'schema' | 'uiSchema' | 'requiredInputs'>;

/** The form of a module without its hidden inputs, and with forced ones filled in, to be seen and not changed. */
export function offeredInputs(
  facts: Offered,
  rules: Pick<CatalogModule, 'forcedInputs' | 'hiddenInputs'>,
): Offered {
  const { forcedInputs, hiddenInputs } = rules;
  const isOffered = (name: JsonValue | undefined) =>
    !hiddenInputs.some(hidden => hidden === name);
  const properties: JsonObject = {};
  for (const [name, schema] of Object.entries(
    (facts.schema.properties ?? {}) as JsonObject,
  )) {
    if (!isOffered(name)) continue;
    properties[name] = Object.hasOwn(forcedInputs, name)
      ? {
          ...(schema as JsonObject),
          const: forcedInputs[name],
          default: forcedInputs[name],
          readOnly: true,
        }
      : schema;
  }
  const { required, ...schema } = facts.schema;
  const asked = ((required ?? []) as JsonValue[]).filter(isOffered);
  return {
    schema: {
      ...schema,
      properties,
      ...(asked.length > 0 && { required: asked }),
    },
    uiSchema: withoutHidden(facts.uiSchema, hiddenInputs),
    requiredInputs: facts.requiredInputs.filter(isOffered),
  };
}

function withoutHidden(uiSchema: JsonObject, hidden: string[]): JsonObject {
  const without = (value: JsonValue | undefined) =>
    Array.isArray(value)
      ? value.filter(name => !hidden.some(each => each === name))
      : value;
  const options = uiSchema['ui:options'] as JsonObject | undefined;
  return {
    ...Object.fromEntries(
      Object.entries(uiSchema).filter(([name]) => !hidden.includes(name)),
    ),
    ...(uiSchema['ui:order'] !== undefined && {
      'ui:order': without(uiSchema['ui:order']),
    }),
    ...(options && {
      'ui:options': {
        ...options,
        ...(options.collapsed !== undefined && {
          collapsed: without(options.collapsed),
        }),
      },
    }),
  };
}
