// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { readModule } from './readModule';

const read = async (type: string, condition: string) => {
  const { variables, schema, uiSchema } = await readModule([
    {
      path: 'variables.tf',
      content: `variable "x" {\n  type = ${type}\n  validation {\n    condition     = ${condition}\n    error_message = "Words."\n  }\n}\n`,
    },
  ]);
  const [{ validations }] = variables;
  const { x } = schema.properties as { x: Record<string, JsonValue> };
  const { title, ...rest } = x;
  return {
    isComplete: validations[0].isComplete,
    schema: rest,
    help: (uiSchema.x as { 'ui:help'?: string } | undefined)?.['ui:help'],
  };
};

const STRING = { type: 'string' };
const NUMBER = { type: 'number' };

describe('a validation', () => {
  it.each<[string, string, unknown]>([
    ['string', 'contains(["a", "b"], var.x)', { ...STRING, enum: ['a', 'b'] }],
    ['number', 'contains([7, 14], var.x)', { ...NUMBER, enum: [7, 14] }],
    ['string', 'contains([15, 16], var.x)', { ...STRING, enum: ['15', '16'] }],
    ['string', 'var.x == "a" || var.x == "b"', { ...STRING, enum: ['a', 'b'] }],
    [
      'string',
      'var.x == null || contains(["a"], var.x)',
      { ...STRING, enum: ['a'] },
    ],
    [
      'string',
      'var.x == null ? true : contains(["a"], var.x)',
      { ...STRING, enum: ['a'] },
    ],
    [
      'string',
      '(var.x != null ? contains(["a"], var.x) : true)',
      { ...STRING, enum: ['a'] },
    ],
    [
      'string',
      'can(regex("^[a-z]+$", var.x))',
      { ...STRING, pattern: '^[a-z]+$' },
    ],
    [
      'string',
      'length(regexall("\\\\d", var.x)) > 0',
      { ...STRING, pattern: '\\d' },
    ],
    [
      'string',
      'can(regex("^a", var.x)) && can(regex("b$", var.x))',
      { ...STRING, pattern: '^a', allOf: [{ pattern: 'b$' }] },
    ],
    ['string', 'length(var.x) > 2', { ...STRING, minLength: 3 }],
    [
      'string',
      'length(var.x) >= 2 && 5 > length(var.x)',
      { ...STRING, minLength: 2, maxLength: 4 },
    ],
    ['string', 'var.x != ""', { ...STRING, minLength: 1 }],
    [
      'list(string)',
      'length(var.x) >= 2 && length(var.x) <= 3',
      { type: 'array', items: STRING, minItems: 2, maxItems: 3 },
    ],
    [
      'map(string)',
      'length(var.x) != 0',
      { type: 'object', additionalProperties: STRING, minProperties: 1 },
    ],
    [
      'number',
      'var.x >= 1 && var.x < 5',
      { ...NUMBER, minimum: 1, exclusiveMaximum: 5 },
    ],
    ['number', '-1 <= var.x', { ...NUMBER, minimum: -1 }],
    [
      'number',
      'floor(var.x) == var.x && var.x > 0',
      { type: 'integer', exclusiveMinimum: 0 },
    ],
    [
      'set(string)',
      'alltrue([for item in var.x : contains(["a", "b"], item)])',
      {
        type: 'array',
        uniqueItems: true,
        items: { ...STRING, enum: ['a', 'b'] },
      },
    ],
    [
      'map(object({ n = number }))',
      'alltrue([for key, item in var.x : item.n > 0])',
      {
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          properties: { n: { ...NUMBER, title: 'N', exclusiveMinimum: 0 } },
          required: ['n'],
        },
      },
    ],
    [
      'object({ n = number })',
      'var.x.n <= 9',
      {
        type: 'object',
        additionalProperties: false,
        properties: { n: { ...NUMBER, title: 'N', maximum: 9 } },
        required: ['n'],
      },
    ],
  ])('of %s: %s', async (type, condition, schema) => {
    expect(await read(type, condition)).toEqual({
      schema,
      isComplete: true,
      help: undefined,
    });
  });

  it.each<[string, string, unknown]>([
    ['string', 'can(cidrhost(var.x, 0))', STRING],
    ['string', '!contains(["a"], var.x)', STRING],
    ['string', 'contains(local.all, var.x)', STRING],
    ['string', 'contains(["a"], var.y)', STRING],
    ['string', 'contains(["a"], lower(var.x))', STRING],
    ['string', 'can(regex("(?i)^a", var.x))', STRING],
    ['string', 'can(regex("^[[:alpha:]]", var.x))', STRING],
    ['string', 'can(regex("\\\\Aa", var.x))', STRING],
    ['string', 'var.x == "a" || startswith(var.x, "b")', STRING],
    ['string', 'var.x == "a" ? true : var.x == "b"', STRING],
    ['number', 'var.x >= var.y', NUMBER],
    ['number', 'var.x >= 1 || var.x < 0', NUMBER],
    ['number', 'floor(var.x) == var.y', NUMBER],
    ['number', 'var.x >= 1 && var.x % 2 == 0', { ...NUMBER, minimum: 1 }],
    [
      'set(string)',
      'alltrue([for item in var.x : item != "" if item != "b"])',
      { type: 'array', uniqueItems: true, items: STRING },
    ],
    [
      'set(string)',
      'anytrue([for item in var.x : item == "b"])',
      { type: 'array', uniqueItems: true, items: STRING },
    ],
    ['any', 'length(var.x) > 1', {}],
  ])(
    'of %s that is not plain is shown as help: %s',
    async (type, condition, schema) => {
      expect(await read(type, condition)).toEqual({
        schema,
        isComplete: false,
        help: 'Words.',
      });
    },
  );
});
