// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readTemplateInputs } from './templateInputs';

const source =
  'terraform {\n  source = "git::https://git.example.com/m.git//db?ref=${values.version}"\n}\n';

describe('what a template makes of the values of a stack', () => {
  it('reads which value is which input, what it is otherwise, and what else is read', async () => {
    const template = `${source}
# values.note is gone
inputs = {
  name     = values.name
  size     = try(values.size, "small")
  is_safe  = true
  tags     = { of = values.team }
  "odd-key" = values.odd-key
  deep     = values.a.b
  first    = try(values.x, values.y, 1)
}
`;
    expect(await readTemplateInputs(template)).toEqual({
      inputs: [
        { name: 'name', value: 'name' },
        { name: 'size', value: 'size', literal: 'small' },
        { name: 'is_safe', literal: true },
        { name: 'tags' },
        { name: 'odd-key', value: 'odd-key' },
        { name: 'deep' },
        { name: 'first' },
      ],
      isValues: false,
      isOpen: false,
      reads: ['version', 'name', 'size', 'team', 'odd-key', 'a', 'x', 'y'],
    });
  });

  it.each<[string, string, object]>([
    [
      'all values as inputs',
      'inputs = values',
      { inputs: [], isValues: true, isOpen: false, reads: ['version'] },
    ],
    [
      'no inputs at all',
      '',
      { inputs: [], isValues: false, isOpen: false, reads: ['version'] },
    ],
    [
      'inputs of an expression, which may read any value',
      'inputs = merge(values, { a = 1 })',
      { inputs: [], isValues: false, isOpen: true },
    ],
    [
      'inputs of included files',
      'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\ninputs = { a = 1 }',
      {
        inputs: [{ name: 'a', literal: 1 }],
        isValues: false,
        isOpen: true,
        reads: ['version'],
      },
    ],
    [
      'a name that is computed',
      'inputs = { (values.key) = 1 }',
      {
        inputs: [],
        isValues: false,
        isOpen: true,
        reads: ['version', 'key'],
      },
    ],
  ])('reads %s', async (_, inputs, expected) => {
    expect(await readTemplateInputs(`${source}\n${inputs}\n`)).toEqual(
      expected,
    );
  });

  it('refuses what does not parse', async () => {
    await expect(readTemplateInputs('inputs = {')).rejects.toMatchObject({
      code: 'hcl-syntax',
    });
  });
});
