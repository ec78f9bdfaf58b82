// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { z } from 'zod';
import { ownershipPolicySchema } from './policyDocument';
import { ownershipTeamPolicySchema } from './teamDocument';
import { ownershipPolicyTestsSchema } from './testsDocument';

type JsonSchema = Record<string, unknown>;

const TIME = { type: 'string', format: 'date-time' };
const SCALAR = { type: ['string', 'number', 'boolean'] };
const NUMBER_OR_TIME = { anyOf: [{ type: 'number' }, TIME] };

const test = (attr: JsonSchema, tests: JsonSchema): JsonSchema => ({
  type: 'object',
  required: ['attr'],
  properties: { attr, ...tests },
  additionalProperties: false,
  minProperties: 2,
  maxProperties: 2,
});

/** The same language that the engine's `compileWhen` reads. */
function condition(self: string, prefixes: string): JsonSchema {
  const part = { $ref: `#/definitions/${self}` };
  const parts = { type: 'array', items: part, minItems: 1 };
  const only = (key: string, value: JsonSchema): JsonSchema => ({
    type: 'object',
    required: [key],
    properties: { [key]: value },
    additionalProperties: false,
  });
  const equality = {
    equals: SCALAR,
    in: { type: 'array', items: SCALAR, minItems: 1 },
  };
  const pair = (items: JsonSchema) => ({
    type: 'array',
    items,
    minItems: 2,
    maxItems: 2,
  });
  return {
    anyOf: [
      only('all', parts),
      only('any', parts),
      only('not', part),
      test(
        { type: 'string', pattern: `^(${prefixes})\\.[A-Za-z][A-Za-z0-9]*$` },
        {
          ...equality,
          exists: { type: 'boolean' },
          startsWith: { type: 'string', minLength: 1 },
          before: TIME,
          after: TIME,
          between: pair(NUMBER_OR_TIME),
          atLeast: { type: 'number' },
          atMost: { type: 'number' },
        },
      ),
      test(
        { const: 'time.now' },
        { before: TIME, after: TIME, between: pair(TIME) },
      ),
      test(
        { const: 'time.hour' },
        {
          equals: { type: 'number' },
          in: { type: 'array', items: { type: 'number' }, minItems: 1 },
          atLeast: { type: 'number' },
          atMost: { type: 'number' },
          between: pair({ type: 'number' }),
        },
      ),
      test(
        {
          enum: [
            'time.weekday',
            'target.environment',
            'target.tier',
            'target.service',
            'target.account',
          ],
        },
        { ...equality, startsWith: { type: 'string', minLength: 1 } },
      ),
    ],
  };
}

const CONDITIONS: Record<string, JsonSchema> = {
  when: condition('when', 'request'),
  limitWhen: condition('limitWhen', 'request|resource'),
};

function toJson(schema: z.ZodType, title: string): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const id = z.globalRegistry.get(zodSchema)?.id;
      if (id && Object.hasOwn(CONDITIONS, id)) {
        Object.assign(jsonSchema, CONDITIONS[id]);
      }
    },
  });
  return { title, ...json } as JsonSchema;
}

/** The JSON Schemas of the files, by the name of the committed file in `schema/`. */
export function ownershipJsonSchemas(): Record<string, JsonSchema> {
  return {
    'ownership-policy.schema.json': toJson(
      ownershipPolicySchema,
      'Ownership policy',
    ),
    'ownership-policy-tests.schema.json': toJson(
      ownershipPolicyTestsSchema,
      'Test cases of an ownership policy',
    ),
    'ownership-team-policy.schema.json': toJson(
      ownershipTeamPolicySchema,
      "A team's file of an ownership policy",
    ),
  };
}
