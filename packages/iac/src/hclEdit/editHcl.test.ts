// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import { editHcl } from './editHcl';
import { HclEdit } from './types';

const STACK = `# Databases of the orders team

locals {
  version = "v1.0.0"
}

unit "db" {
  source = "\${local.base}?ref=\${values.version}" # resolved
  path   = "db"

  values = {
    version = "v1.0.0" // keep in step with the cache
    tags = {
      owner = "orders"
    }
    zones = ["a", "b"]
    ports = [
      5432, # postgres
      6432
    ]
  }
}

unit "cache" {
  source = "x"
}
`;

const set = (at: string, value: JsonValue): HclEdit => ({
  op: 'set',
  at: at.split('.'),
  value,
});
const remove = (at: string): HclEdit => ({ op: 'remove', at: at.split('.') });
const edited = async (text: string, ...edits: HclEdit[]) =>
  (await editHcl(text, edits)).text;

describe('editHcl', () => {
  describe('set', () => {
    it.each<[string, JsonValue, string, string]>([
      [
        'unit.db.values.version',
        'v1.1.0',
        'version = "v1.0.0" // keep',
        'version = "v1.1.0" // keep',
      ],
      [
        'locals.version',
        'x${y}',
        'version = "v1.0.0"\n}',
        'version = "x$${y}"\n}',
      ],
      ['unit.db.values.tags.owner', null, 'owner = "orders"', 'owner = null'],
      ['unit.db.values.zones.1', 'c', '["a", "b"]', '["a", "c"]'],
      ['unit.db.values.zones.2', 'c', '["a", "b"]', '["a", "b", "c"]'],
      ['unit.db.values.ports.0', 1, '5432, # postgres', '1, # postgres'],
      [
        'unit.db.values.ports.2',
        1,
        '      6432\n    ]',
        '      6432,\n      1,\n    ]',
      ],
      [
        'unit.db.values.tags',
        { a: { b: 1 }, 'c d': [] },
        '{\n      owner = "orders"\n    }',
        '{\n      a = {\n        b = 1\n      }\n      "c d" = []\n    }',
      ],
      [
        'unit.db.values.size',
        'small',
        '      6432\n    ]\n',
        '      6432\n    ]\n\n    size = "small"\n',
      ],
      [
        'unit.db.values.a.b.c',
        [1],
        '      6432\n    ]\n',
        '      6432\n    ]\n\n    a = {\n      b = {\n        c = [\n          1,\n        ]\n      }\n    }\n',
      ],
      [
        'unit.cache.values.version',
        'v1',
        'source = "x"\n',
        'source = "x"\n\n  values = {\n    version = "v1"\n  }\n',
      ],
      [
        'inputs',
        {},
        'unit "cache" {\n  source = "x"\n}\n',
        'unit "cache" {\n  source = "x"\n}\n\ninputs = {}\n',
      ],
    ])('at %s to %j changes only %j to %j', async (at, value, from, to) => {
      expect(STACK.split(from)).toHaveLength(2);
      expect(await edited(STACK, set(at, value))).toBe(
        STACK.replace(from, () => to),
      );
    });

    it('leaves a value that is there already as it is written', async () => {
      const text = 'a = { "b" : 1.50, }\n';
      expect(await editHcl(text, [set('a', { b: 1.5 })])).toEqual({
        text,
        changed: false,
      });
    });

    it('keeps a collection on its line where fmt aligns it with others', async () => {
      const text = 'inputs = {\n  a   = 1\n  bcd = 2\n\n  e = 3\n}\n';
      expect(
        await edited(text, set('inputs.a', { x: [1] }), set('inputs.e', [2])),
      ).toBe(
        'inputs = {\n  a   = { x = [1] }\n  bcd = 2\n\n  e = [\n    2,\n  ]\n}\n',
      );
    });

    it.each([
      ['a = {}\n', 'a = {\n  k = 1\n}\n'],
      ['a = { }\n', 'a = {\n  k = 1\n}\n'],
      ['a = {}\nb = 2\n', 'a = { k = 1 }\nb = 2\n'],
      ['a = { b = 1 }\n', 'a = { b = 1, k = 1 }\n'],
      ['a = { b = 1, }\n', 'a = { b = 1, k = 1, }\n'],
      ['a = { b = 1 /* x */ }\n', 'a = { b = 1, k = 1 /* x */ }\n'],
      ['a = {\n  # none\n}\n', 'a = {\n  # none\n\n  k = 1\n}\n'],
      ['a = {\n}\n', 'a = {\n  k = 1\n}\n'],
      ['a = {\n  b = 1\n\n}\n', 'a = {\n  b = 1\n\n  k = 1\n}\n'],
      ['a = {\n  b = 1 }\n', 'a = {\n  b = 1\n\n  k = 1\n}\n'],
      ['a = { b = 1\n  c = 2 }\n', 'a = { b = 1\n  c = 2\n\n  k = 1\n}\n'],
      ['a {}\n', 'a {\n  k = 1\n}\n'],
      ['a { b = 1 }\n', 'a {\n  b = 1\n\n  k = 1\n}\n'],
      ['a "{" {\n  b = 1\n}\n', 'a "{" {\n  b = 1\n\n  k = 1\n}\n', 'a.{.k'],
      ['a = {\n\tb = 1\n}\n', 'a = {\n\tb = 1\n\n\tk = 1\n}\n'],
      ['a = {\n    b = 1\n}\n', 'a = {\n    b = 1\n\n    k = 1\n}\n'],
      ['a = {\r\n  b = 1\r\n}\r\n', 'a = {\r\n  b = 1\r\n\r\n  k = 1\r\n}\r\n'],
      ['a = {\n  b = <<E\nx\nE\n}\n', 'a = {\n  b = <<E\nx\nE\n\n  k = 1\n}\n'],
      ['', 'k = 1\n', 'k'],
      ['# c', '# c\n\nk = 1', 'k'],
      ['b = 1\n', 'b = 1\n\nk = 1\n', 'k'],
      ['b = 1\n\n', 'b = 1\n\nk = 1\n', 'k'],
      ['b = 1', 'b = 1\n\nk = 1', 'k'],
      ['b = 1\r\n', 'b = 1\r\n\r\nk = 1\r\n', 'k'],
      ['l = []\n', 'l = [1]\n', 'l.0'],
      ['l = [2,]\n', 'l = [2, 1,]\n', 'l.1'],
      ['l = [\n  2,\n  # two\n]\n', 'l = [\n  2,\n  # two\n  1,\n]\n', 'l.1'],
      ['l = [{ a = 2 }]\n', 'l = [{ a = 2, k = 1 }]\n', 'l.0.k'],
    ])('adds to %j', async (text, expected, at = 'a.k') => {
      expect(await edited(text, set(at, 1))).toBe(expected);
      const back = await edited(expected, remove(at));
      const second = await edited(back, set(at, 1));
      expect(await edited(second, remove(at))).toBe(back);
    });

    it('replaces a heredoc, and finds its way behind one', async () => {
      const text = 'a = <<-EOT\n  } x = 1\n  EOT\nb = 1 # <<E\n';
      expect(await edited(text, set('a', 'y'), set('b', 2))).toBe(
        'a = "y"\nb = 2 # <<E\n',
      );
    });

    it('writes expressions of the closed list only', async () => {
      const edit = (expression: string): HclEdit => ({
        op: 'set',
        at: ['inputs', 'a'],
        expression,
      });
      expect(
        await edited(
          'inputs = {\n  a = 1\n}\n',
          edit('dependency.network.outputs.id'),
        ),
      ).toBe('inputs = {\n  a = dependency.network.outputs.id\n}\n');
      await expect(
        editHcl('inputs = {}\n', [edit('run_cmd("id")')]),
      ).rejects.toMatchObject({
        code: 'hcl-expression-not-allowed',
        name: 'NotAllowedError',
        message: expect.stringContaining('calls "run_cmd"'),
      });
    });

    it('reaches one of several blocks of a kind', async () => {
      const text =
        'variable "x" {\n  validation {\n    a = 1\n  }\n  validation {\n    a = 1\n  }\n}\n';
      expect(await edited(text, set('variable.x.validation.1.a', 2))).toBe(
        `${text.slice(0, -12)}a = 2\n  }\n}\n`,
      );
      await expect(
        editHcl(text, [set('variable.x.validation.a', 2)]),
      ).rejects.toMatchObject({
        code: 'hcl-path-ambiguous',
        line: 5,
        message: expect.stringContaining('variable.x.validation.0'),
      });
    });
  });

  describe('remove', () => {
    it.each([
      ['a = 1\nk = 2 # two\nb = 3\n', 'a = 1\nb = 3\n', 'k'],
      ['a = 1\n\nk = {\n  x = 1\n}\n\nb = 3\n', 'a = 1\n\nb = 3\n', 'k'],
      ['k = 1\n\nb = 3\n', 'b = 3\n', 'k'],
      ['a = 1\n\nk = 1\n', 'a = 1\n', 'k'],
      ['a = 1\r\n\r\nk = 1', 'a = 1', 'k'],
      ['a = 1\r\nk = 1 # c\r\nb = 2\r\n', 'a = 1\r\nb = 2\r\n', 'k'],
      ['k = 1', '', 'k'],
      ['# why\nk = 1\nb = 2\n', '# why\nb = 2\n', 'k'],
      ['a = { k = 1 }\n', 'a = {}\n', 'a.k'],
      ['a = { k = 1, b = 2 }\n', 'a = { b = 2 }\n', 'a.k'],
      ['a = { b = 2, k = 1 }\n', 'a = { b = 2 }\n', 'a.k'],
      [
        'a = {\n  k = 1 /* one\n  */\n  b = 2\n}\n',
        'a = {\n  b = 2\n}\n',
        'a.k',
      ],
      [
        'a = {\n  k = <<E\nk = 3\nE\n  b = 2\n}\n',
        'a = {\n  b = 2\n}\n',
        'a.k',
      ],
      ['a = [1, 2, 3]\n', 'a = [1, 3]\n', 'a.1'],
      ['a = [\n  1, # one\n  2,\n]\n', 'a = [\n  2,\n]\n', 'a.0'],
      ['b "k" {\n  a = 1\n\n  k = 2\n}\n', 'b "k" {\n  a = 1\n}\n', 'b.k.k'],
      ['b {\n  k = 2\n\n  a = 1\n}\n', 'b {\n  a = 1\n}\n', 'b.k'],
    ])('from %j leaves %j', async (text, expected, at) => {
      expect(await edited(text, remove(at))).toBe(expected);
    });
  });

  describe('blocks', () => {
    const insert = (at: string[], value?: JsonValue): HclEdit => ({
      op: 'insertBlock',
      at,
      value,
    });

    it('are put at the end and taken away again, byte for byte', async () => {
      const text = await edited(
        STACK,
        insert(['unit', 'queue'], { source: '${x}', values: { a: 1 } }),
      );
      expect(text).toBe(
        `${STACK}\nunit "queue" {\n  source = "$\${x}"\n  values = {\n    a = 1\n  }\n}\n`,
      );
      expect(
        await edited(text, { op: 'removeBlock', at: ['unit', 'queue'] }),
      ).toBe(STACK);
    });

    it('are put into blocks', async () => {
      expect(
        await edited(
          'terraform {\n  source = "x"\n}\n',
          insert(['terraform', 'extra_arguments', 'a'], { commands: ['plan'] }),
          set('terraform.extra_arguments.a.b', 1),
        ),
      ).toBe(
        'terraform {\n  source = "x"\n\n  extra_arguments "a" {\n    commands = [\n      "plan",\n    ]\n\n    b = 1\n  }\n}\n',
      );
    });

    it('are removed between others', async () => {
      expect(
        await edited(STACK, { op: 'removeBlock', at: ['unit', 'db'] }),
      ).toBe(STACK.replace(/unit "db" \{[^]*?\n\}\n\n/, ''));
    });

    it('are not put where they are or cannot be', async () => {
      await expect(
        editHcl(STACK, [insert(['unit', 'db'])]),
      ).rejects.toMatchObject({ code: 'hcl-block-exists', line: 7 });
      await expect(
        editHcl(STACK, [insert(['unit', 'db', 'values', 'x'])]),
      ).rejects.toMatchObject({ code: 'hcl-edit-invalid' });
      await expect(
        editHcl(STACK, [insert(['unit {}\nx'])]),
      ).rejects.toMatchObject({ code: 'hcl-edit-invalid' });
    });
  });

  it.each<[string, string, HclEdit, string, number, number]>([
    ['a text with errors', 'a = 1\nb = )\n', set('a', 2), 'hcl-syntax', 2, 5],
    [
      'a duplicate key',
      'a = {\n  b = 1\n  "b" = 2\n}\n',
      set('a.b', 2),
      'hcl-duplicate-key',
      3,
      3,
    ],
    [
      'a duplicate attribute',
      'a = 1\na = 2\n',
      set('a', 2),
      'hcl-duplicate-key',
      2,
      1,
    ],
    [
      'an interpolated key',
      'a = {\n  "${b}" = 1\n}\n',
      set('a.c', 2),
      'hcl-key-not-literal',
      2,
      3,
    ],
    [
      'a key in parentheses',
      'a = {\n  (b) = 1\n}\n',
      set('a.c', 2),
      'hcl-key-not-literal',
      2,
      3,
    ],
    [
      'a way through a call',
      'a = merge({ b = 1 }, {})\n',
      set('a.b', 2),
      'hcl-path-through-expression',
      1,
      5,
    ],
    [
      'a way through a value',
      'a = 1\n',
      set('a.b', 2),
      'hcl-path-through-expression',
      1,
      5,
    ],
  ])('refuses %s with its place', async (_, text, edit, code, line, column) => {
    await expect(editHcl(text, [edit])).rejects.toMatchObject({
      code,
      line,
      column,
    });
  });

  it.each<[HclEdit, string]>([
    [remove('unit.db.nothing'), 'hcl-path-not-found'],
    [set('unit.other.values.a', 1), 'hcl-path-not-found'],
    [set('unit.db.values.zones.7', 1), 'hcl-path-not-found'],
    [set('unit.db', 1), 'hcl-edit-invalid'],
    [set('a b', 1), 'hcl-edit-invalid'],
    [{ op: 'set', at: [], value: 1 }, 'hcl-edit-invalid'],
    [{ op: 'set', at: ['a'] }, 'hcl-edit-invalid'],
    [{ op: 'set', at: ['a'], value: 1, expression: '1' }, 'hcl-edit-invalid'],
    [set('unit.db.values.version', 'a\0'), 'value-unsupported'],
    [{ op: 'removeBlock', at: ['unit', 'x'] }, 'hcl-path-not-found'],
    [{ op: 'removeBlock', at: ['locals', 'version'] }, 'hcl-edit-invalid'],
  ])('refuses %j as %s', async (edit, code) => {
    await expect(editHcl(STACK, [edit])).rejects.toMatchObject({ code });
  });
});
