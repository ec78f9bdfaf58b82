// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { BILLING, codes, ORDERS } from '../__testUtils__/examples';
import type { OwnedPattern } from '../model/application';
import {
  checkOverlap,
  checkPattern,
  patternCovers,
  patternMatches,
  patternsOverlap,
} from './patterns';
import { foldTopicName } from './topicNames';

const LETTERS = ['a', '.', '_'];

/** Every name of up to four letters: longer than any pattern below, so a common name is among them. */
const NAMES = Array.from({ length: 4 }).reduce<string[]>(
  names => [
    ...new Set([
      ...names,
      ...names.flatMap(name => LETTERS.map(letter => name + letter)),
    ]),
  ],
  [''],
);

const patternOf = (type: OwnedPattern['type']): fc.Arbitrary<OwnedPattern> =>
  fc.record({
    type: fc.constant(type),
    pattern: fc.constantFrom('LITERAL', 'PREFIXED'),
    name: fc
      .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 3 })
      .map(letters => letters.join('')),
  });

const anyPattern = fc
  .constantFrom('TOPIC' as const, 'GROUP' as const)
  .chain(patternOf);

/** By definition: some name of the one cannot stand beside some name of the other. */
function overlapByNames(one: OwnedPattern, other: OwnedPattern): boolean {
  if (one.type !== other.type) return false;
  const seen = (name: string) =>
    one.type === 'TOPIC' ? foldTopicName(name) : name;
  const theirs = new Set(
    NAMES.filter(name => patternMatches(other, name)).map(seen),
  );
  return NAMES.some(
    name => patternMatches(one, name) && theirs.has(seen(name)),
  );
}

describe('patternsOverlap', () => {
  it('is symmetric, and agrees with going through all names', () => {
    const seen = { overlap: 0, apart: 0 };
    fc.assert(
      fc.property(anyPattern, anyPattern, (one, other) => {
        const expected = overlapByNames(one, other);
        seen[expected ? 'overlap' : 'apart'] += 1;
        expect(patternsOverlap(one, other)).toBe(expected);
        expect(patternsOverlap(other, one)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.overlap, seen.apart)).toBeGreaterThan(100);
  });

  it('reads "." as "_" for topics only', () => {
    const one = { pattern: 'LITERAL', name: 'a.b' } as const;
    const other = { pattern: 'PREFIXED', name: 'a_' } as const;
    const both = (type: OwnedPattern['type']) =>
      patternsOverlap({ type, ...one }, { type, ...other });
    expect(both('TOPIC')).toBe(true);
    expect(both('GROUP')).toBe(false);
  });
});

describe('patternCovers', () => {
  it('agrees with going through all names', () => {
    fc.assert(
      fc.property(patternOf('GROUP'), patternOf('GROUP'), (outer, inner) => {
        const expected = NAMES.every(
          name => !patternMatches(inner, name) || patternMatches(outer, name),
        );
        expect(patternCovers(outer, inner)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('checkOverlap', () => {
  const patterns: OwnedPattern[] = [
    { type: 'TOPIC', pattern: 'LITERAL', name: 'orders_x' },
    { type: 'TOPIC', pattern: 'PREFIXED', name: 'invoices' },
    { type: 'GROUP', pattern: 'LITERAL', name: 'free' },
  ];

  it('names every pattern of others that is in the way', () => {
    const found = checkOverlap({ patterns, others: [ORDERS, BILLING] });
    expect(found.map(({ path, value }) => [path, value])).toEqual([
      [['patterns', 0], 'orders_x'],
      [['patterns', 1], 'invoices'],
      [['patterns', 1], 'invoices'],
    ]);
    expect(found[0].message).toContain(
      '"orders_x" overlaps "orders.*" of the application instance orders@prod',
    );
  });

  it('leaves out who is asked to be left out', () => {
    const others = [ORDERS, BILLING];
    const except = ['orders@prod', 'billing@prod'];
    expect(checkOverlap({ patterns, others, except })).toEqual([]);
  });
});

describe('checkPattern', () => {
  const check = (fields: Partial<OwnedPattern>) =>
    codes(
      checkPattern({
        type: 'TOPIC',
        pattern: 'PREFIXED',
        name: 'a',
        ...fields,
      }),
    );

  it.each([
    { name: '' },
    { name: '*' },
    { pattern: 'LITERAL' as const, name: '*' },
    { type: 'GROUP' as const, name: '*' },
    { type: 'GROUP' as const, name: 'a b' },
    { name: 'a/b' },
    { name: 'x'.repeat(250) },
    { pattern: 'LITERAL' as const, name: '..' },
  ])('refuses %p: nobody owns everything, or what cannot be', fields => {
    expect(check(fields)).toEqual(['pattern-name-invalid']);
  });

  it('keeps the topics of Kafka itself out', () => {
    expect(check({ name: '_' })).toEqual(['pattern-covers-internal']);
    expect(check({ name: '__consumer' })).toEqual(['pattern-covers-internal']);
    expect(check({ pattern: 'LITERAL', name: '_' })).toEqual([]);
    expect(check({ name: '_schemas' })).toEqual([]);
    expect(check({ type: 'GROUP', name: '_' })).toEqual([]);
  });
});
