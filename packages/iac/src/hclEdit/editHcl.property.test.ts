// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { examples, holdersOf, valuesOf } from '../__testUtils__/exampleFiles';
import { hclFile } from '../__testUtils__/hclFiles';
import { hostileValue } from '../__testUtils__/hostile';
import {
  describeWithTerraform,
  formatDiff,
  formatFiles,
  TERRAFORM,
} from '../__testUtils__/terraform';
import { parseHcl } from '../hcl/parse';
import { editHcl } from './editHcl';

describe('editHcl, for any file', () => {
  it('replaces the bytes of the value and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        hclFile(),
        hostileValue,
        fc.nat(),
        async ({ text, values }, value, pick) => {
          fc.pre(values.length > 0);
          const { at, start, end } = values[pick % values.length];
          const edited = await editHcl(text, [{ op: 'set', at, value }]);
          expect(edited.text.slice(0, start)).toBe(text.slice(0, start));
          const tail = text.slice(end);
          expect(edited.text.endsWith(tail)).toBe(true);
          expect(edited.text.length).toBeGreaterThanOrEqual(
            start + tail.length,
          );
          const again = await editHcl(edited.text, [{ op: 'set', at, value }]);
          expect(again.changed).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('adds a key by putting in text, and takes it away again', async () => {
    await fc.assert(
      fc.asyncProperty(
        hclFile(),
        hostileValue,
        fc.nat(),
        async ({ text, holders }, value, pick) => {
          const at = [...holders[pick % holders.length], 'new_key'];
          const { text: edited } = await editHcl(text, [
            { op: 'set', at, value },
          ]);
          const start = edited.lastIndexOf('new_key');
          const head = commonStart(text, edited);
          expect(head).toBeLessThanOrEqual(start);
          expect(edited.slice(edited.length - (text.length - head))).toBe(
            text.slice(head),
          );
          const back = await editHcl(edited, [{ op: 'remove', at }]);
          // Where a blank line stood at the end, the key has taken its place.
          expect(back.text.replace(/\s+/g, ' ').trim()).toBe(
            text.replace(/\s+/g, ' ').trim(),
          );
          expect(
            text.length - back.text.length === 0 ||
              /(^|\n)[ \t]*\r?\n[ \t]*(\}|$)/.test(text),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('adds a block and takes it away again', async () => {
    await fc.assert(
      fc.asyncProperty(hclFile(), hostileValue, async ({ text }, value) => {
        fc.pre(!/\n[ \t]*\r?\n$/.test(text) && text.trim() !== '');
        const at = ['unit', 'a"${b}'];
        const { text: edited } = await editHcl(text, [
          { op: 'insertBlock', at, value: { values: value } },
        ]);
        expect(edited.startsWith(text)).toBe(true);
        const back = await editHcl(edited, [{ op: 'removeBlock', at }]);
        expect(back.text).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  describeWithTerraform(TERRAFORM, () => {
    it('leaves nothing to format where a key is added', async () => {
      const generated = fc.sample(hclFile(['\n']), { numRuns: 200, seed: 7 });
      const before = Object.fromEntries(
        generated.map(({ text }, index) => [`f${index}.tf`, text]),
      );
      const formatted = formatFiles(before);
      const after: Record<string, string> = {};
      for (const [index, { holders }] of generated.entries()) {
        const name = `f${index}.tf`;
        // A comment of this kind is aligned at the end of a file only.
        if (!formatted[name] || formatted[name].endsWith('*/')) continue;
        for (const [nth, holder] of holders.entries()) {
          const { text } = await editHcl(formatted[name], [
            { op: 'set', at: [...holder, 'new_key'], value: { a: 1, bcd: [] } },
            { op: 'set', at: [...holder, 'other'], value: 'x' },
          ]);
          after[`f${index}-${nth}.tf`] = text;
        }
      }
      expect(Object.keys(after).length).toBeGreaterThan(300);
      expect(formatDiff(after)).toBe('');
    });

    it('leaves nothing to format in the examples', async () => {
      const after: Record<string, string> = {};
      for (const { name, text } of examples()) {
        const { body } = await parseHcl(text);
        for (const [index, at] of holdersOf(body).entries()) {
          const { text: edited } = await editHcl(text, [
            { op: 'set', at: [...at, 'new_key'], value: ['x'] },
          ]);
          after[`${name.replace(/\W/g, '_')}_${index}.tf`] = edited;
        }
      }
      expect(Object.keys(after).length).toBeGreaterThan(100);
      expect(formatDiff(after)).toBe('');
    });
  });

  it.each([
    ['as they are', '\n'],
    ['with the line ends of Windows', '\r\n'],
  ])(
    'changes only the bytes of any value of the examples, %s',
    async (_, eol) => {
      let edits = 0;
      for (const example of examples()) {
        const text = example.text.replaceAll('\n', eol);
        const { body } = await parseHcl(text);
        for (const { at, range } of valuesOf(body)) {
          const edit = { op: 'set' as const, at, value: 'ch${anged}' };
          const { text: edited } = await editHcl(text, [edit]);
          expect(edited).toBe(
            `${text.slice(0, range.start)}"ch$\${anged}"${text.slice(
              range.end,
            )}`,
          );
          await parseHcl(edited);
          edits += 1;
        }
      }
      expect(edits).toBeGreaterThan(400);
    },
  );

  it('refuses every example that was cut off in a block, with line and column', async () => {
    for (const { text } of examples()) {
      const { body } = await parseHcl(text);
      const [block] = body.blocks;
      if (block === undefined) continue;
      const cut = text.slice(0, block.range.end - 1);
      const attempt = editHcl(cut, [{ op: 'set', at: ['new_key'], value: 1 }]);
      await expect(attempt).rejects.toMatchObject({
        ...{ name: 'InputError', code: 'hcl-syntax' },
        ...{ line: expect.any(Number), column: expect.any(Number) },
      });
    }
  });

  it('comes back to the bytes of every example after adding and removing', async () => {
    for (const { text } of examples()) {
      const { body } = await parseHcl(text);
      for (const holder of holdersOf(body)) {
        const at = [...holder, 'new_key'];
        const { text: edited } = await editHcl(text, [
          { op: 'set', at, value: 'x' },
        ]);
        const back = await editHcl(edited, [{ op: 'remove', at }]);
        expect(back.text.replace(/= \{\}/g, '= {\n}')).toBe(
          text.replace(/= \{\}/g, '= {\n}'),
        );
      }
    }
  });
});

function commonStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at;
}
