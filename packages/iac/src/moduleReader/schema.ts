// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from './convert';
import { ModuleVariable, TypeConstraint, ValidationRule } from './types';

/** JSON Schema (draft 7) of a type. `any` is the empty schema. */
export function typeSchema(type: TypeConstraint): JsonObject {
  switch (type.kind) {
    case 'string':
    case 'number':
      return { type: type.kind };
    case 'bool':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: typeSchema(type.of) };
    case 'set':
      return { type: 'array', items: typeSchema(type.of), uniqueItems: true };
    case 'map':
      return { type: 'object', additionalProperties: typeSchema(type.of) };
    case 'tuple':
      return {
        type: 'array',
        items: type.items.map(typeSchema),
        additionalItems: false,
        minItems: type.items.length,
        maxItems: type.items.length,
      };
    case 'object': {
      const required = type.attributes
        .filter(({ isOptional }) => !isOptional)
        .map(({ name }) => name);
      return {
        type: 'object',
        properties: Object.fromEntries(
          type.attributes.map(attribute => [
            attribute.name,
            {
              ...typeSchema(attribute.type),
              title: titleOf(attribute.name),
              ...(attribute.default === undefined
                ? {}
                : { default: attribute.default }),
            },
          ]),
        ),
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: false,
      };
    }
    default:
      return {};
  }
}

/** The schema of all inputs. */
export function inputsSchema(variables: readonly ModuleVariable[]): JsonObject {
  const required = variables
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => name);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: Object.fromEntries(
      variables.map(variable => [variable.name, variableSchema(variable)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function variableSchema(variable: ModuleVariable): JsonObject {
  const schema: JsonObject = typeSchema(variable.type);
  for (const rule of variable.validations.flatMap(({ rules }) => rules)) {
    apply(schema, rule);
  }
  const { default: given, description, isSensitive } = variable;
  return {
    title: titleOf(variable.name),
    ...(description === undefined ? {} : { description }),
    ...schema,
    ...(given === undefined || given === null || isSensitive
      ? {}
      : { default: given }),
    ...(isSensitive ? { writeOnly: true } : {}),
  };
}

function apply(schema: JsonObject, { path, keywords }: ValidationRule) {
  let at: JsonValue | undefined = schema;
  for (const step of path) {
    if (!isObject(at)) return;
    if (step === '[]') at = at.items ?? at.additionalProperties;
    else at = isObject(at.properties) ? at.properties[step] : undefined;
  }
  if (!isObject(at)) return;
  const isTaken = Object.keys(keywords).some(keyword => keyword in at);
  if (isTaken) at.allOf = [...((at.allOf as JsonValue[]) ?? []), keywords];
  else Object.assign(at, keywords);
  if (at.type === 'number' && keywords.multipleOf === 1) {
    at.type = 'integer';
    delete at.multipleOf;
  }
}

/** `storage_gb` is "Storage gb". */
function titleOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
