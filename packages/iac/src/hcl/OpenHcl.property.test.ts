// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { examples } from '../__testUtils__/exampleFiles';
import { hclFile } from '../__testUtils__/hclFiles';
import { OpenHcl } from './OpenHcl';
import { parseHcl } from './parse';
import type { HclFile } from './types';

const ODD = [
  'a = { "x" = 1, y : 2, (z) = 3, true = 4, for = 5, "é" = 6, é = 7 }\n',
  'a = { a::b = 1, a == b = 2, "a" == b = 3, x.y = 4, -1 = 5, f(x) = 6 }\n',
  'a = { x /* c */ = /* d */ 1 /* e */ , null = 2, nullx = 3, "x " : 4 }\n',
  'a = { b ? c : d = 1, "${e}" = 2, "f-g" = 3, f-g = 4 }\n',
  'a = /* b */ [ /* c */ 1 /* d */, x[0].y.*.z, -0x10, "\\u00e9" ] /* e */\n',
  'a /* { */ "b" c { # }\n  x = 1\n}\n',
];
const BITS = [
  ...['"', '${', '}', '{', '[', ']', '#', '/*', '*/', '$', '\\', ',', '-', '!'],
  ...['<<EOT\n', 'EOT\n', '\n', '\r\n', ' = 1\n', 'x', '"a"', 'null', 'for'],
  ...['%{ if x }', '%{ endif }', 'a.b[0]', '? 1 : 2', '::', '😀', '"${a.b}"'],
];

/** All of it, as plain data. */
const read = ({ form, body }: Pick<OpenHcl, 'form' | 'body'>) =>
  JSON.parse(JSON.stringify({ form, body }));

/** What was read, or why it was not. */
async function outcomeOf(reading: Promise<OpenHcl | HclFile>) {
  try {
    const file = await reading;
    const outcome = { text: file.text, ...read(file), error: undefined };
    if (file instanceof OpenHcl) file.close();
    return outcome;
  } catch (error) {
    return { error };
  }
}

describe('OpenHcl, for any file', () => {
  it.each([
    ...ODD.map((text, index) => [`odd text ${index}`, text]),
    ...examples().map(({ name, text }) => [name, text]),
  ])('says the same as parseHcl of %s', async (_, text) => {
    const file = await OpenHcl.open(text);
    expect(read(file)).toEqual(read(await parseHcl(text)));
    file.close();
  });

  it('finds the brace of every block behind its name and labels', async () => {
    const file = await OpenHcl.open(ODD[5]);
    const [block] = file.body.blocks;
    expect(file.openOf(block)).toBe(ODD[5].indexOf('{ # }') + 1);
    file.close();
  });

  // What is parsed in parts after an edit must be what a parser that has never seen the text before makes of it.
  it('says after any replacements what parseHcl says of the new text', async () => {
    let accepted = 0;
    let refused = 0;
    const bits = fc
      .array(fc.constantFrom(...BITS), { maxLength: 3 })
      .map(found => found.join(''));
    const places = fc.array(
      fc.record({ at: fc.nat(), length: fc.nat({ max: 5 }), text: bits }),
      { minLength: 1, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(hclFile(), places, async ({ text }, wanted) => {
        let from = 0;
        const replacements = wanted.map(place => {
          const start = Math.min(text.length, from + (place.at % 40));
          const end = Math.min(text.length, start + place.length);
          from = end + 1;
          return { start, end, text: place.text };
        });
        const edited = replacements.reduceRight(
          (done, { start, end, text: put }) =>
            done.slice(0, start) + put + done.slice(end),
          text,
        );
        const fits = replacements.every(({ start }, index) =>
          index === 0 ? true : start > replacements[index - 1].end,
        );
        fc.pre(fits);
        const file = await OpenHcl.open(text);
        const found = await outcomeOf(file.replace(replacements));
        file.close();
        expect(found).toEqual(await outcomeOf(parseHcl(edited)));
        if (found.error) refused += 1;
        else accepted += 1;
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{ b = ', ' }'],
    ['calls', 'f(', ')'],
    ['operators', '!', ''],
    ['outcomes', 'x ? 1 : ', ''],
    ['loops', '[for x in ', ' : x]'],
    ['directives', '<<E\n%{ if a }%{ for x in ', '}%{ endfor }%{ endif }\nE\n'],
  ])('counts levels of %s as parseHcl does', async (_, open, close) => {
    for (let count = 1; count < 210; count += 3) {
      const text = `a = ${open.repeat(count)}1${close.repeat(count)}\n`;
      const code = (reading: Promise<unknown>) =>
        reading.then(
          () => 'read',
          error => error.code,
        );
      const opening = OpenHcl.open(text).then(file => file.close());
      expect(await code(opening)).toBe(await code(parseHcl(text)));
    }
  });

  it('reads a text again that it has read before, after many others', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `a = ${index}\n`);
    for (const text of [...texts, ...texts.toReversed()]) {
      const { body } = await parseHcl(text);
      expect(body.attributes[0].value).toMatchObject({
        value: Number(text.slice(4)),
      });
    }
  });
});
