// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { encodeHclValue } from '../hcl/encode';
import type { TypeAttribute, TypeConstraint } from '../moduleReader/types';

/** A type as it is written and as it is meant, with a value of it. */
interface Typed {
  text: string;
  type: TypeConstraint;
  value: JsonValue;
}

/** A declaration, and what it says. */
export interface GeneratedVariable {
  text: string;
  name: string;
  type: TypeConstraint;
  typeText: string;
  default?: JsonValue;
  description?: string;
  isSensitive: boolean;
  isNullable: boolean;
}

/** Text without `$$` and `%%`, which the peer leaves as it is written. */
const words = fc
  .array(
    fc.constantFrom(
      ...['a', 'Z', ' ', '"', '\\', '${x}', '%{ if', 'é', '😀', '\n', '\t'],
      ...['#', '//', '/*', '{', '}', '日本', "'"],
    ),
    { maxLength: 8 },
  )
  .map(pieces => pieces.join(''));

const attributeName = fc.constantFrom('a', 'b_c', 'd-e', 'for_each', 'x9');
/** White space and comments between the words of a type. */
const gap = fc.constantFrom('', ' ', '\n  ', ' /* , */ ');

const primitive = fc.oneof<fc.Arbitrary<Typed>[]>(
  words.map(value => ({ text: 'string', type: { kind: 'string' }, value })),
  fc.integer({ min: -1e6, max: 1e6 }).map(value => ({
    ...{ text: 'number', type: { kind: 'number' }, value },
  })),
  fc.boolean().map(value => ({ text: 'bool', type: { kind: 'bool' }, value })),
);

const typed = fc.letrec<{ typed: Typed; attribute: Attribute }>(tie => ({
  typed: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    primitive,
    fc.tuple(fc.constantFrom('list', 'set', 'map'), tie('typed'), gap).map(of),
    fc.tuple(fc.array(tie('typed'), { maxLength: 3 }), gap).map(tuple),
    fc
      .uniqueArray(tie('attribute'), {
        maxLength: 4,
        selector: ({ name }) => name,
      })
      .map(object),
  ),
  attribute: fc.record({
    name: attributeName,
    of: tie('typed'),
    kind: fc.constantFrom('required', 'optional', 'default'),
    isGiven: fc.boolean(),
    sign: fc.constantFrom('=', ':'),
  }),
})).typed;

interface Attribute {
  name: string;
  of: Typed;
  kind: string;
  isGiven: boolean;
  sign: string;
}

function of([kind, inner, space]: [string, Typed, string]): Typed {
  return {
    text: `${kind}(${space}${inner.text}${space})`,
    type: { kind: kind as 'list', of: inner.type },
    value: kind === 'map' ? { 'a key': inner.value } : [inner.value],
  };
}

function tuple([items, space]: [Typed[], string]): Typed {
  return {
    text: `tuple([${space}${items.map(({ text }) => text).join(', ')}])`,
    type: { kind: 'tuple', items: items.map(({ type }) => type) },
    value: items.map(({ value }) => value),
  };
}

function object(attributes: Attribute[]): Typed {
  const lines = attributes.map(({ name, of: { text, value }, kind, sign }) => {
    const all = kind === 'default' ? `${text}, ${encodeHclValue(value)}` : text;
    return `${name} ${sign} ${kind === 'required' ? text : `optional(${all})`}`;
  });
  const given = attributes.filter(
    ({ kind, isGiven }) => kind === 'required' || isGiven,
  );
  return {
    text: `object({\n${lines.join(',\n')}\n})`,
    type: {
      kind: 'object',
      attributes: attributes.map(
        ({ name, of: { type, value }, kind }): TypeAttribute => ({
          ...{ name, type, isOptional: kind !== 'required' },
          ...(kind === 'default' && { default: value }),
        }),
      ),
    },
    value: Object.fromEntries(
      given.map(({ name, of: { value } }) => [name, value]),
    ),
  };
}

/** Declarations with nested types, `optional()` with defaults, comments, labels with and without quotes. */
export const moduleVariable: fc.Arbitrary<Omit<GeneratedVariable, 'name'>> = fc
  .record({
    typed,
    hasDefault: fc.boolean(),
    description: fc.option(words, { nil: undefined }),
    isSensitive: fc.boolean(),
    isNullable: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(options => {
    const { hasDefault, description, isSensitive, isNullable, eol } = options;
    const { text, type, value } = options.typed;
    const lines = [
      `  type = ${text}`,
      ...(hasDefault ? [`  default = ${encodeHclValue(value)} # x = 1`] : []),
      ...(description === undefined
        ? []
        : [`  description = ${encodeHclValue(description)}`]),
      ...(isSensitive ? ['  sensitive = true'] : []),
      ...(isNullable ? [] : ['  nullable = (false)']),
    ];
    return {
      text: lines.join('\n').replaceAll('\n', eol),
      typeText: text,
      ...{ type, description, isSensitive, isNullable },
      ...(hasDefault && { default: value }),
    };
  });
