// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readLiteral } from './literal';
import { readLocals } from './locals';
import { parseHcl } from './parse';

describe('parseHcl', () => {
  it('reads blocks and attributes with their places', async () => {
    const text = '# 😀 top\nmodule "a" b {\n  x = "😀" # y\n  z = 2\n}\n';
    const { body, form } = await parseHcl(text);
    expect(form).toBe('body');
    const [block] = body.blocks;
    expect(block).toMatchObject({ type: 'module', labels: ['a', 'b'] });
    expect(block.range).toMatchObject({ line: 2, column: 1 });
    const [x, z] = block.body.attributes;
    expect(text.slice(x.value.range.start, x.value.range.end)).toBe('"😀"');
    expect(z.range).toMatchObject({ line: 4, column: 3 });
  });

  it('counts columns in UTF-16 units', async () => {
    const { body } = await parseHcl('a = ["😀", b]\n');
    const { value } = body.attributes[0];
    expect(value.kind === 'list' && value.items[1].range).toMatchObject({
      line: 1,
      column: 12,
      start: 11,
    });
  });

  it.each([
    ['a = \n', 'line 2, column 1: missing identifier in ""'],
    ['a = 1\nb = {\n  c = "x\n}\n', 'line 3, column 7: unexpected text'],
    ['a = 1\nblock {\n  b = )\n}\n', 'line 3, column 7: unexpected text'],
    ['locals {\n  a = 1\n  b c\n  d = 2\n}\n', 'line 3, column 5: '],
    ['a = 1\n}\nb = 2\n', 'line 2, column 1: unexpected text in "}"'],
    ['block {\n  b = 1\n', 'line 3, column 1: missing }'],
    ['a = 1\nb = "😀\0"\n', 'line 2, column 8: a NUL character'],
    ['a = "\\x"\n', 'line 1, column 6: unexpected text in "a = "\\x""'],
  ])(
    'refuses %j with its place and the text of the line',
    async (text, where) => {
      await expect(parseHcl(text)).rejects.toMatchObject({
        name: 'InputError',
        code: 'hcl-syntax',
        message: expect.stringContaining(where),
      });
    },
  );

  it('refuses what is nested without end', async () => {
    const text = `a = ${'['.repeat(3_000)}${']'.repeat(3_000)}\n`;
    await expect(parseHcl(text)).rejects.toMatchObject({
      code: 'hcl-too-large',
    });
  });

  it('parses again after a refusal, and many at once', async () => {
    await parseHcl('a = ').catch(() => undefined);
    const files = await Promise.all(
      ['a = 1\n', 'b = 2\n', ''].map(text => parseHcl(text)),
    );
    expect(files.map(file => file.body.attributes[0]?.name)).toEqual([
      'a',
      'b',
      undefined,
    ]);
  });
});

describe('a number with an exponent and no fraction', () => {
  it.each([
    ['a = 1e3\n', 1, 5, '1e3', '1.0e3'],
    ['a = [1, 2e5, 3]\n', 1, 9, '2e5', '2.0e5'],
    ['b {\n  x = -1E+3 # 1e3\n}\n', 2, 8, '1E+3', '1.0E+3'],
  ])(
    'is refused in %j, with what to write',
    async (text, line, column, number, instead) => {
      await expect(parseHcl(text)).rejects.toMatchObject({
        ...{ code: 'hcl-number-not-read', line, column },
        message: expect.stringContaining(`the number "${number}" has`),
      });
      const written = text.replace(number, instead);
      expect((await parseHcl(written)).text).toBe(written);
    },
  );

  it.each(['a = "1e3" b\n', 'a = x1e3\nb = = 1\n', 'a = 1e\n'])(
    'is not what is wrong in %j',
    async text => {
      await expect(parseHcl(text)).rejects.toMatchObject({
        code: 'hcl-syntax',
      });
    },
  );
});

describe('readLiteral', () => {
  const read = async (text: string) =>
    readLiteral((await parseHcl(`a = ${text}\n`)).body.attributes[0].value);

  it.each<[string, unknown]>([
    ['"a$${b}%%{c}\\n\\u00e9\\U0001F600 \\"$5 5% "', 'a${b}%{c}\né😀 "$5 5% '],
    ['-1.5e3', -1500],
    ['null', null],
    ['[true, [], { "k-x" : 1, y = "z" },]', [true, [], { 'k-x': 1, y: 'z' }]],
    ['" "', ' '],
  ])('reads %s', async (text, value) => {
    expect(await read(text)).toEqual({ isLiteral: true, value });
  });

  it.each([
    ['"${x}"', 'template'],
    ['"$$${x}"', 'template'],
    ['"%{ if x }y%{ endif }"', 'template'],
    ['<<EOT\nx\nEOT', 'template'],
    ['["a", upper("b")]', 'call'],
    ['local.x', 'reference'],
    ['{ (a) = 1 }', 'other'],
    ['1 + 1', 'other'],
    ['(1)', 'other'],
    ['a ? 1 : 2', 'other'],
    ['0x10', 'other'],
    ['1.0e400', 'other'],
    ['[for x in y : x]', 'other'],
    ['a[0]', 'other'],
  ])('says that %s is an expression', async (text, kind) => {
    expect(await read(text)).toMatchObject({
      isLiteral: false,
      expression: { kind },
    });
  });
});

describe('readLocals', () => {
  it('reads the values of a file such as account.hcl', async () => {
    const text = `# Development\nlocals {\n  account_id   = "111111111111"\n  account_name = "dev" # short\n  regions      = ["eu-west-1"]\n}\n`;
    expect(await readLocals(text)).toEqual({
      account_id: '111111111111',
      account_name: 'dev',
      regions: ['eu-west-1'],
    });
  });

  it('refuses an expression, by name and line', async () => {
    const text = 'locals {\n  a = 1\n  b = get_env("X")\n}\n';
    await expect(readLocals(text)).rejects.toMatchObject({
      code: 'locals-not-literal',
      message: expect.stringContaining('"b" on line 3'),
    });
  });
});
