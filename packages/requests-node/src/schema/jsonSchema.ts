// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z, type ZodType } from 'zod';

/** A JSON Schema, draft 2020-12, as OpenAPI 3.1 takes it. @public */
export type JsonSchema = Record<string, unknown>;

const isEmpty = (schema: JsonSchema | undefined) =>
  !schema || Object.keys(schema).length === 0;

/** What a caller may send; checks that JSON Schema cannot say are left to the answer. */
export function bodySchema(
  schema: ZodType,
  { payload }: { payload?: JsonSchema } = {},
): JsonSchema {
  return jsonSchemaOf(schema, { io: 'input', payload });
}

/** The parameters of a query, each with its schema. */
export function queryParameters(schema: ZodType): JsonSchema[] {
  const [sent, taken] = (['input', 'output'] as const).map(io => {
    const { properties = {} } = jsonSchemaOf(schema, { io });
    return properties as Record<string, JsonSchema>;
  });
  const { required = [] } = jsonSchemaOf(schema, { io: 'input' });
  return Object.keys(taken).map(name => ({
    name,
    in: 'query',
    required: (required as string[]).includes(name),
    // What is read from a text in several ways is described by what becomes of it.
    schema: isEmpty(sent[name]) ? taken[name] : sent[name],
  }));
}

function jsonSchemaOf(
  schema: ZodType,
  options: { io: 'input' | 'output'; payload?: JsonSchema },
): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    unrepresentable: 'any',
    io: options.io,
    override({ zodSchema, jsonSchema }) {
      // The one value that only code describes: a payload.
      if (zodSchema._zod.def.type !== 'custom') return;
      Object.assign(jsonSchema, options.payload ?? { type: 'object' });
    },
  });
  return rest;
}
