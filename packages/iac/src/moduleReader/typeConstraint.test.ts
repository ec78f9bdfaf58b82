// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { typeSchema } from './schema';
import { parseTypeConstraint } from './typeConstraint';

const STRING = { type: 'string' };

describe('parseTypeConstraint', () => {
  it.each<[string, JsonObject]>([
    ['string', STRING],
    ['"string"', STRING],
    ['number', { type: 'number' }],
    ['bool', { type: 'boolean' }],
    ['any', {}],
    ['list(string)', { type: 'array', items: STRING }],
    ['list', { type: 'array', items: {} }],
    ['set(string)', { type: 'array', items: STRING, uniqueItems: true }],
    ['map(any)', { type: 'object', additionalProperties: {} }],
    [
      'map ( list( # why\n string ) )',
      {
        type: 'object',
        additionalProperties: { type: 'array', items: STRING },
      },
    ],
    [
      'tuple([string, number])',
      {
        type: 'array',
        items: [STRING, { type: 'number' }],
        additionalItems: false,
        minItems: 2,
        maxItems: 2,
      },
    ],
    [
      'object({})',
      { type: 'object', properties: {}, additionalProperties: false },
    ],
    [
      'object({ a-b = string, "c" : optional(list(object({ d = optional(number, "3") })), [{}]) })',
      {
        type: 'object',
        properties: {
          'a-b': { ...STRING, title: 'A b' },
          c: {
            type: 'array',
            title: 'C',
            default: [{}],
            items: {
              type: 'object',
              properties: { d: { type: 'number', title: 'D', default: 3 } },
              additionalProperties: false,
            },
          },
        },
        required: ['a-b'],
        additionalProperties: false,
      },
    ],
    [
      'object({ a = optional(string, null), b = optional(bool) })',
      {
        type: 'object',
        properties: {
          a: { ...STRING, title: 'A' },
          b: { type: 'boolean', title: 'B' },
        },
        additionalProperties: false,
      },
    ],
  ])('reads %s', async (text, schema) => {
    const { type, problems } = await parseTypeConstraint(text);
    expect(problems).toEqual([]);
    expect(typeSchema(type)).toEqual(schema);
  });

  it.each([
    ['strin', 'the type "strin" is not known, and counts as any'],
    ['list(string, number)', 'list(string, number)'],
    ['optional(string)', 'optional(string)'],
    ['object([string])', 'object([string])'],
    ['object({ a = optional(string, upper("x")) })', 'default "upper("x")"'],
  ])('says what is wrong in %s', async (text, problem) => {
    const { problems } = await parseTypeConstraint(text);
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});
