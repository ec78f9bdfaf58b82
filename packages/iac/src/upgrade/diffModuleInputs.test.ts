// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModule } from '../moduleReader/readModule';
import { diffModuleInputs } from './diffModuleInputs';

const MODULES = path.join(
  __dirname,
  '../../../../examples/infrastructure-modules',
);

const read = (content: string) => readModule([{ path: 'main.tf', content }]);
const example = (version: string, name: string) =>
  read(
    readFileSync(
      path.join(MODULES, version, 'modules', name, 'variables.tf'),
      'utf8',
    ),
  );

const names = (variables: { name: string }[]) =>
  variables.map(({ name }) => name);

describe('diffModuleInputs', () => {
  it('tells what an upgrade of the example database asks for', async () => {
    const diff = diffModuleInputs(
      await example('v1.0.0', 'postgres-database'),
      await example('v1.1.0', 'postgres-database'),
    );
    expect(names(diff.addedRequired)).toEqual(['data_classification']);
    expect(names(diff.addedOptional)).toContain('backup_retention_days');
    expect(
      diff.changed.find(({ name }) => name === 'engine_version'),
    ).toMatchObject({
      aspects: expect.arrayContaining(['default']),
      needsAnswer: false,
      before: { default: '16' },
      after: { default: '17' },
    });
  });

  it('says nothing of a module and itself, in any layout', async () => {
    const one = await read(
      'variable "a" {\n  type = object({ x = string, y = optional(number, 1) })\n  validation {\n    condition = var.a.x != ""\n    error_message = "x"\n  }\n}\n',
    );
    const two = await read(
      'variable "a" {\n  type = object({\n    y = optional(number, 1)\n    x = string\n  })\n  validation {\n    condition = (var.a.x\n      != "")\n    error_message = "y"\n  }\n}\n'.replace(
        '(var.a.x\n      != "")',
        'var.a.x  !=  ""',
      ),
    );
    expect(diffModuleInputs(one, two)).toEqual({
      addedRequired: [],
      addedOptional: [],
      removed: [],
      changed: [],
    });
  });

  it.each([
    ['type = string', 'type = number', ['type']],
    [
      'type = string\n  default = "a"',
      'type = string',
      ['required', 'default'],
    ],
    ['default = null', 'default = 1', ['default']],
    ['type = string', 'type = string\n  nullable = false', ['nullable']],
    ['type = string', 'type = string\n  sensitive = true', ['sensitive']],
    ['type = string', 'type = string\n  description = "x"', ['description']],
    [
      'type = string',
      'type = string\n  validation {\n    condition = var.a != ""\n    error_message = "x"\n  }',
      ['validation'],
    ],
    [
      'type = list(object({ x = string }))',
      'type = list(object({ x = optional(string) }))',
      ['type'],
    ],
  ])('sees from %j to %j the change of %j', async (from, to, aspects) => {
    const diff = diffModuleInputs(
      await read(`variable "a" {\n  ${from}\n}\nvariable "gone" {}\n`),
      await read(`variable "a" {\n  ${to}\n}\n`),
    );
    expect(names(diff.removed)).toEqual(['gone']);
    expect(diff.changed).toMatchObject([
      { name: 'a', aspects, needsAnswer: aspects.includes('required') },
    ]);
  });
});
