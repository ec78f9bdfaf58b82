// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { POLICY_TEXT, TESTS_TEXT } from './__testUtils__/fixtures';
import { readPlainYaml } from './plainYaml';
import type { Path } from './problems';
import { readFully, readYaml } from './yamlSource';

/** Texts around every piece of syntax that a policy has, or nearly has. */
const TEXTS = [
  POLICY_TEXT,
  TESTS_TEXT,
  JSON.stringify({ a: [1, { b: 'c d', e: [] }], f: {}, g: true }, undefined, 2),
  'rules:\n- id: a\n  to:\n  - everyone\n  - team:red # those\n- { id: b,\n    to: [ x,\n      y, ],\n  }\nlast: "it\'s"\n',
  "a:\n  'b c': 'it''s' # c\n  d:\n      - e\n      -   f: 1\n          g: 2\n\n# end\n",
  'why: Ask: no\nother: a #b\nthird: a#b c\n',
  'a: [b:c, d: e]\nf: {g, h: }\n',
];
/** What turns one construct of YAML into another. */
const SIGNS = [
  ...' \n:#-,[]{}\'"&*!|>%@`?~<=.0123eE+_xnulltruefalse\t\r\\aé\u00a0\u2028\ufeff',
  '  ',
  ': ',
  ' #',
  '- ',
  '\n  ',
  '\n\n',
  '---\n',
  '...\n',
  'null',
  '0x1f',
  '1e3',
  '-1',
  '2026-01-01',
  '<<: ',
  '__proto__: 1\n',
];

/** A text with some signs taken out, put in or moved. */
const edited = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.nat({ max: 3 }),
        insert: fc.option(fc.constantFrom(...SIGNS), { nil: '' }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((current, { at, remove, insert }) => {
      const start = Math.floor(at * current.length);
      return current.slice(0, start) + insert + current.slice(start + remove);
    }, text),
  );

/** Every path of a value that is an item of a list or a key of a mapping. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return [at, ...pathsOf(inner, at)];
  });
}

describe('readPlainYaml', () => {
  it.each(TEXTS.slice(0, -2))('reads %j by itself', text => {
    expect(readPlainYaml(text)).toBeDefined();
  });

  it.each([
    ['nothing', ''],
    ['an anchor', 'a: &b c\nd: *b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a block scalar', 'a: |\n  b\n'],
    ['a scalar of two lines', 'a: b\n  c\n'],
    ['an escape', 'a: "\\u0041"\n'],
    ['null', 'a:\nb: 1\n'],
    ['a number that is not plain', 'a: 0x1F\n'],
    ['a number with a leading zero', 'a: 012\n'],
    ['a number as key', '1: a\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['a key that is a trap in JavaScript', '__proto__: 1\n'],
    ['two documents', 'a: 1\n---\nb: 1\n'],
    ['a tab', 'a:\tb\n'],
    ['a line that stands to the left of all', 'a:\n    b: 1\n  c: 1\n'],
    ['a flow collection that stands to the left', 'a:\n  b: [\n  1]\n'],
    ['a flow collection that does not end', 'a: [b\n'],
    ['a comment without a space', "a: 'b'#c\n"],
    ['collections nested without end', '['.repeat(100_000)],
  ])('leaves %s to the full parser', (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('reads what the full parser reads, or nothing', () => {
    let read = 0;
    let left = 0;
    const report = fc.check(
      fc.property(edited, text => {
        const plain = readPlainYaml(text);
        if (!plain) {
          left++;
          return;
        }
        read++;
        const full = readFully(text, 'policy.yaml');
        expect(full).not.toHaveProperty('problems');
        // JSON keeps the order of keys, which is the order of names in messages.
        expect(JSON.stringify(plain.value)).toBe(
          JSON.stringify('value' in full && full.value),
        );
      }),
      { numRuns: 3_000, seed: 20261122 },
    );
    expect(fc.defaultReportMessage(report)).toBeUndefined();
    expect(read).toBeGreaterThan(500);
    expect(left).toBeGreaterThan(500);
  });

  it('knows the lines that the full parser knows', () => {
    for (const text of TEXTS.slice(0, -2)) {
      const plain = readYaml(text, 'policy.yaml');
      const full = readFully(text, 'policy.yaml');
      if (plain.problems || full.problems) throw new Error('not in order');
      const paths = pathsOf(plain.value);
      expect(paths.length).toBeGreaterThan(3);
      for (const path of paths) {
        for (const at of ['key', 'value'] as const) {
          expect([path, at, plain.source.line(path, at)]).toEqual([
            path,
            at,
            full.source.line(path, at),
          ]);
        }
      }
    }
  });
});
