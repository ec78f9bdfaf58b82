// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JsonValue } from '@backstage/types';
import { editYaml } from './editYaml';
import { YamlEdit } from './types';

const DEPLOY = path.join(
  __dirname,
  '../../../../examples/infrastructure-live/deploy',
);

const edit = (op: YamlEdit['op'], at: string, value?: JsonValue): YamlEdit => ({
  op,
  path: at === '' ? [] : at.split('.'),
  value,
});
const edited = (text: string, ...edits: YamlEdit[]) =>
  editYaml(text, { edits }).text;

describe('editYaml', () => {
  it('changes a number and a tag of the examples, and nothing else', () => {
    const files = readdirSync(DEPLOY, { recursive: true, encoding: 'utf8' });
    const values = files.filter(name => name.endsWith('.yaml'));
    expect(values.length).toBeGreaterThan(4);
    for (const name of values) {
      const text = readFileSync(path.join(DEPLOY, name), 'utf8');
      const after = edited(
        text,
        edit('replace', 'replicas', 17),
        edit('replace', 'image.tag', '9.9'),
      );
      expect(after).toBe(
        text
          .replace(/^replicas: \d+/m, 'replicas: 17')
          .replace(/^( {2}tag: )\S+/m, '$1"9.9"'),
      );
    }
  });

  it.each<[string, YamlEdit, string]>([
    // Scalars keep their quotes and the comment behind them.
    ['a: 1 # c\nb: 2\n', edit('replace', 'a', 'x'), 'a: x # c\nb: 2\n'],
    ["a: 'x' # c\n", edit('replace', 'a', "it's"), "a: 'it''s' # c\n"],
    ['a: "x"\n', edit('replace', 'a', '${y}\n'), 'a: "${y}\\n"\n'],
    ['a: "x"\n', edit('replace', 'a', 5), 'a: 5\n'],
    ['a: x\n', edit('replace', 'a', 'yes'), 'a: "yes"\n'],
    ['a: x\n', edit('replace', 'a', '1.10'), 'a: "1.10"\n'],
    ['a: x\n', edit('replace', 'a', '012'), 'a: "012"\n'],
    ['a: x\n', edit('replace', 'a', 'b: c # d'), 'a: "b: c # d"\n'],
    ['a: x\n', edit('replace', 'a', '\u202e'), 'a: "\\u202e"\n'],
    ['a:\nb: 1\n', edit('replace', 'a', 'x'), 'a: x\nb: 1\n'],
    ['a: # c\nb: 1\n', edit('replace', 'a', 'x'), 'a: x # c\nb: 1\n'],
    ['a:   x\r\nb: 1\r\n', edit('replace', 'a', 2), 'a:   2\r\nb: 1\r\n'],
    ['a: x', edit('replace', 'a', 2), 'a: 2'],
    ['a: !Ref x\n', edit('replace', 'a', 'z'), 'a: !Ref z\n'],
    ['a: &x 1\n', edit('replace', 'a', 2), 'a: &x 2\n'],
    ['- 1\n- 2\n', edit('replace', '1', 3), '- 1\n- 3\n'],
    [
      '{"a": {"b": [1, 2]}}\n',
      edit('replace', 'a.b.0', 'x'),
      '{"a": {"b": [x, 2]}}\n',
    ],
    ['a: one\n  two\nb: 1\n', edit('replace', 'a', 'x'), 'a: x\nb: 1\n'],
    // Block scalars.
    [
      'a: |\n  x\n  y\nb: 1\n',
      edit('replace', 'a', 'z\nw\n'),
      'a: |\n  z\n  w\nb: 1\n',
    ],
    [
      'a: |\n  x\nb: 1\n',
      edit('replace', 'a', 'z\n\nw'),
      'a: |-\n  z\n\n  w\nb: 1\n',
    ],
    ['a: >\n  x\nb: 1\n', edit('replace', 'a', 'z'), 'a: z\nb: 1\n'],
    // Collections.
    [
      'a: 1\nb: 2\n',
      edit('replace', 'a', { x: [1, { u: 2 }] }),
      'a:\n  x:\n    - 1\n    - u: 2\nb: 2\n',
    ],
    ['l:\n- 1\na: 1\n', edit('replace', 'a', [1]), 'l:\n- 1\na:\n- 1\n'],
    ['a: 1 # c\n', edit('replace', 'a', { x: 1 }), 'a: { x: 1 } # c\n'],
    [
      'a:\n  x: 1 # c\n  y: 2\nb: 2\n',
      edit('replace', 'a', { z: 1 }),
      'a:\n  z: 1\nb: 2\n',
    ],
    ['a: # c\n  x: 1\nb: 2\n', edit('replace', 'a', 'x'), 'a: x # c\nb: 2\n'],
    ['a:\n  x: 1\nb: 2\n', edit('replace', 'a', {}), 'a: {}\nb: 2\n'],
    [
      '- a: 1\n  b: 2\n- 3\n',
      edit('replace', '0', [1, 2]),
      '- - 1\n  - 2\n- 3\n',
    ],
    [
      '- 1\n- 3\n',
      edit('replace', '0', { a: 1, b: 2 }),
      '- a: 1\n  b: 2\n- 3\n',
    ],
    [
      'a: { x: 1 }\n',
      edit('replace', 'a.x', { u: [] }),
      'a: { x: { u: [] } }\n',
    ],
    ['a: [1, 2]\n', edit('replace', 'a', [3]), 'a: [ 3 ]\n'],
    // Adding.
    [
      'a:\n  x: 1 # c\n\n# about b\nb: 2\n',
      edit('add', 'a.u', 'z'),
      'a:\n  x: 1 # c\n  u: z\n\n# about b\nb: 2\n',
    ],
    [
      'a: 1\n',
      edit('add', 'b.c.d', [1]),
      'a: 1\nb:\n  c:\n    d:\n      - 1\n',
    ],
    ['a: 1', edit('add', 'b', 2), 'a: 1\nb: 2'],
    ['a: 1\r\n', edit('add', 'b', 2), 'a: 1\r\nb: 2\r\n'],
    ['a: {}\n', edit('add', 'a.x', 1), 'a:\n  x: 1\n'],
    ['a: {} # c\n', edit('add', 'a.x', 1), 'a: { x: 1 } # c\n'],
    ['a:\nb: 1\n', edit('add', 'a.x', 1), 'a:\n  x: 1\nb: 1\n'],
    [
      'a: { x: 1 }\n',
      edit('add', 'a.u', { z: 2 }),
      'a: { x: 1, u: { z: 2 } }\n',
    ],
    ['a: [1, 2,]\n', edit('add', 'a.-', 3), 'a: [1, 2, 3,]\n'],
    ['a: []\n', edit('add', 'a.-', 3), 'a:\n  - 3\n'],
    [
      'a:\n  - 1\n  - x: 2 # c\nb: 1\n',
      edit('add', 'a.-', { u: 1, z: 2 }),
      'a:\n  - 1\n  - x: 2 # c\n  - u: 1\n    z: 2\nb: 1\n',
    ],
    ['a:\n- 1\nb: 1\n', edit('add', 'a.1', 2), 'a:\n- 1\n- 2\nb: 1\n'],
    [
      'a:\n  - 1\n  - 2\n',
      edit('add', 'a.1', { x: 1 }),
      'a:\n  - 1\n  - x: 1\n  - 2\n',
    ],
    ['- a: 1\n- 2\n', edit('add', '0.b', 2), '- a: 1\n  b: 2\n- 2\n'],
    ['a: |\n  x\n', edit('add', 'b', 1), 'a: |\n  x\nb: 1\n'],
    ['', edit('add', 'a', 1), 'a: 1\n'],
    ['# only\n', edit('add', 'a', 1), '# only\na: 1\n'],
    ['{}\n', edit('add', 'a', 1), '{ a: 1 }\n'],
    ['a: 1\n', edit('add', 'x: y', 1), 'a: 1\n"x: y": 1\n'],
    // Removing.
    ['a: 1\nb: 2 # c\n# d\nc: 3\n', edit('remove', 'b'), 'a: 1\n# d\nc: 3\n'],
    ['a: 1\nb:\n  x: |\n    y\n  z:\n', edit('remove', 'b'), 'a: 1\n'],
    ['a: 1\nb: 2', edit('remove', 'b'), 'a: 1'],
    ['a:\n  x: 1\nb: 2\n', edit('remove', 'a.x'), 'a: {}\nb: 2\n'],
    ['a:\n  - 1\nb: 2\n', edit('remove', 'a.0'), 'a: []\nb: 2\n'],
    ['a: 1\n', edit('remove', 'a'), '{}\n'],
    [
      '- a: 1 # x\n  # about b\n  b: 2\n',
      edit('remove', '0.a'),
      '- # about b\n  b: 2\n',
    ],
    ['- a: 1\n  b: 2\n', edit('remove', '0.a'), '- b: 2\n'],
    ['- - 1\n  - 2\n', edit('remove', '0.0'), '- - 2\n'],
    ['a: [1, 2, 3]\n', edit('remove', 'a.1'), 'a: [1, 3]\n'],
    ['a: {x: 1, y: 2}\n', edit('remove', 'a.y'), 'a: {x: 1}\n'],
    ['a: [1]\n', edit('remove', 'a.0'), 'a: []\n'],
    // Merging.
    [
      'a:\n  x: 1 # c\n  y: 2\nb: 2\n',
      edit('merge', 'a', { x: 5, y: null, z: { w: 1, v: null } }),
      'a:\n  x: 5 # c\n  z:\n    w: 1\nb: 2\n',
    ],
    ['a: 1\n', edit('merge', '', { b: { c: 1 } }), 'a: 1\nb:\n  c: 1\n'],
    ['a: 1\n', edit('merge', 'b', { c: 1 }), 'a: 1\nb:\n  c: 1\n'],
  ])('%j with %j', (text, one, expected) => {
    expect(edited(text, one)).toBe(expected);
  });

  it('edits one document of several', () => {
    const text = 'a: 1\n---\n# second\na: 1 # c\n...\n---\na: 1\n';
    const result = editYaml(text, {
      document: 1,
      edits: [edit('replace', 'a', 2), edit('add', 'b', 3)],
    });
    expect(result).toEqual({
      text: 'a: 1\n---\n# second\na: 2 # c\nb: 3\n...\n---\na: 1\n',
      changed: true,
    });
  });

  it('leaves what is there already as it is written', () => {
    const text = 'a: { "b": 0x10 }\n';
    expect(
      editYaml(text, {
        edits: [
          edit('replace', 'a.b', 16),
          edit('merge', '', { a: { b: 16 } }),
        ],
      }),
    ).toEqual({ text, changed: false });
  });

  it.each<[string, YamlEdit, string, number, number]>([
    ['a: &x 1\nb: *x\n', edit('replace', 'b', 2), 'yaml-alias', 2, 4],
    ['a: &x\n  y: 1\nb: *x\n', edit('replace', 'b.y', 2), 'yaml-alias', 3, 4],
    ['a: &x\n  y: 1\nb: *x\n', edit('replace', 'a.y', 2), 'yaml-anchor', 2, 3],
    ['a: &x 1\nb: *x\n', edit('remove', 'a'), 'yaml-anchor', 1, 7],
    ['a: 1\nb: [\n', edit('replace', 'a', 2), 'yaml-syntax', 3, 1],
    ['a: 1\na: 2\n', edit('replace', 'a', 2), 'yaml-syntax', 2, 1],
    ['a: 1\n', edit('replace', 'a.b', 2), 'yaml-path-through-value', 1, 4],
  ])('refuses %j with %j as %s', (text, one, code, line, column) => {
    expect(() => edited(text, one)).toThrow(
      expect.objectContaining({ code, line, column }),
    );
  });

  it.each<[string, YamlEdit, string]>([
    ['a: 1\n', edit('replace', 'b', 2), 'yaml-path-not-found'],
    ['a: 1\n', edit('remove', 'b'), 'yaml-path-not-found'],
    ['a: [1]\n', edit('add', 'a.5', 1), 'yaml-path-not-found'],
    ['a: 1\n', edit('add', 'a', 2), 'yaml-path-exists'],
    ['a: 1\n', edit('add', 'b'), 'yaml-edit-invalid'],
    ['a: 1\n', edit('remove', 'a', 1), 'yaml-edit-invalid'],
    ['a: 1\n', edit('merge', 'a', 1), 'yaml-edit-invalid'],
    ['a: 1\n', edit('replace', '', 1), 'yaml-edit-invalid'],
    ['a: 1\n', edit('replace', 'a', '\ud800'), 'yaml-edit-invalid'],
    ['a: 1\n', edit('replace', 'a', [Number.NaN]), 'yaml-edit-invalid'],
    ['a: 1\n', edit('replace', 'a', new Date() as never), 'yaml-edit-invalid'],
    ['a:\n  x: &x 1\nb: *x\n', edit('remove', 'a'), 'yaml-edit-invalid'],
  ])('refuses %j with %j as %s', (text, one, code) => {
    expect(() => edited(text, one)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a document that is not there', () => {
    expect(() => editYaml('a: 1\n', { document: 1, edits: [] })).toThrow(
      expect.objectContaining({ code: 'yaml-document-missing' }),
    );
  });

  it('leaves aliases elsewhere alone', () => {
    const text = 'base: &b { x: 1 }\nc:\n  <<: *b\n  y: 2\n';
    expect(edited(text, edit('replace', 'c.y', 3))).toBe(
      text.replace('y: 2', 'y: 3'),
    );
  });
});
