// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import { checkInputs } from './checkInputs';

const schema: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-z]+$', minLength: 3, maxLength: 5 },
    size: { type: 'string', enum: ['small', 'large'] },
    storage: { type: 'integer', minimum: 20, maximum: 2000 },
    ratio: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.1 },
    subnets: {
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
      maxItems: 2,
    },
    pair: {
      type: 'array',
      items: [{ type: 'string' }, { type: 'number' }],
      additionalItems: false,
      minItems: 2,
      maxItems: 2,
    },
    tags: {
      type: 'object',
      additionalProperties: { type: 'string' },
      minProperties: 1,
    },
    window: {
      type: 'object',
      properties: { day: { type: 'string' }, hour: { type: 'number' } },
      required: ['day'],
      additionalProperties: false,
    },
    anything: {},
    not_open: { type: 'string', not: { enum: ['0.0.0.0/0'] } },
    both: { type: 'string', pattern: '^a', allOf: [{ pattern: 'z$' }] },
  },
  required: ['name', 'size'],
  additionalProperties: false,
};
const good = { name: 'abc', size: 'small' };
const problems = (inputs: Record<string, JsonValue>) =>
  checkInputs(schema, { ...good, ...inputs }).map(
    ({ path, rule, message }) => `${path} ${message} [${rule}]`,
  );

describe('checkInputs', () => {
  it('finds nothing where all is well', () => {
    expect(
      problems({
        storage: 20,
        ratio: 0.3,
        subnets: ['a', 'b'],
        pair: ['a', 1],
        tags: { team: 'x' },
        window: { day: 'sunday' },
        anything: [{ deep: [1] }],
        not_open: '10.0.0.0/8',
        both: 'a to z',
      }),
    ).toEqual([]);
  });

  it.each<[string, JsonValue, string]>([
    ['name', 7, 'name is 7; give text [type]'],
    [
      'name',
      'Ab1',
      'name is "Ab1", which does not match ^[a-z]+$; write it so that it does [pattern]',
    ],
    ['name', 'ab', 'name has 2 characters; give at least 3 [minLength]'],
    ['name', 'abcdef', 'name has 6 characters; give at most 5 [maxLength]'],
    ['size', 'huge', 'size is "huge"; use one of small, large [enum]'],
    ['storage', 20.5, 'storage is 20.5; give a whole number [type]'],
    ['storage', 19, 'storage is 19; give at least 20 [minimum]'],
    ['storage', 2001, 'storage is 2001; give at most 2000 [maximum]'],
    ['ratio', 0, 'ratio is 0; give more than 0 [exclusiveMinimum]'],
    ['ratio', 0.25, 'ratio is 0.25; give a multiple of 0.1 [multipleOf]'],
    ['subnets', 'a', 'subnets is "a"; give a list [type]'],
    ['subnets', ['a', 3], 'subnets[1] is 3; give text [type]'],
    [
      'subnets',
      ['a', 'a'],
      'subnets has an item twice; take one out [uniqueItems]',
    ],
    [
      'subnets',
      ['a', 'b', 'c'],
      'subnets has 3 items; give at most 2 [maxItems]',
    ],
    ['pair', ['a', 'b'], 'pair[1] is "b"; give a number [type]'],
    ['tags', { a: 1 }, 'tags.a is 1; give text [type]'],
    ['tags', {}, 'tags has 0 entries; give at least 1 [minProperties]'],
    ['window', {}, 'window.day is required; give it a value [required]'],
    [
      'window',
      { day: 'sunday', zone: 'x' },
      'window.zone is not known here; leave it out, or use one of day, hour [unknown]',
    ],
    [
      'not_open',
      '0.0.0.0/0',
      'not_open is "0.0.0.0/0", which the module does not take [not]',
    ],
    [
      'both',
      'abc',
      'both is "abc", which does not match z$; write it so that it does [pattern]',
    ],
  ])('says of %s: %j what is wrong and what to do', (input, value, said) => {
    expect(problems({ [input]: value })).toEqual([said]);
  });

  it('reports all problems together, unknown inputs among them', () => {
    expect(
      checkInputs(schema, { size: 'huge', constructor: 1, nothing: 'x' }).map(
        ({ input, rule }) => [input, rule],
      ),
    ).toEqual([
      ['name', 'required'],
      ['size', 'enum'],
      ['constructor', 'unknown'],
      ['nothing', 'unknown'],
    ]);
  });

  it('takes a null for what is left out', () => {
    const nulls = { name: null, size: 'small', storage: null };
    expect(
      checkInputs(schema, nulls).map(({ input, rule }) => [input, rule]),
    ).toEqual([['name', 'required']]);
  });

  it('asks nothing of inputs that get their value elsewhere', () => {
    expect(
      checkInputs(schema, { size: 'small' }, { elsewhere: ['name'] }),
    ).toEqual([]);
  });

  it('asks a change of what is there for nothing that it leaves alone, and lets it take nothing required away', () => {
    expect(checkInputs(schema, { storage: 30 }, { partial: true })).toEqual([]);
    expect(checkInputs(schema, { name: null }, { partial: true })).toHaveLength(
      1,
    );
  });

  it('lets a pattern pass that it cannot read', () => {
    const odd = { properties: { a: { type: 'string', pattern: '(?P<x>a)' } } };
    expect(checkInputs(odd, { a: 'b' })).toEqual([]);
  });
});
