// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a module declares, as Terraform's own parser reads it (@cdktf/hcl2json, which is that one in WebAssembly).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import {
  type GeneratedVariable,
  moduleVariable,
} from '../__testUtils__/moduleVariables';
import { isObject } from './convert';
import { readModule } from './readModule';
import type { ModuleVariable } from './types';

const EXAMPLES = path.join(
  __dirname,
  '../../../../examples/infrastructure-modules',
);

interface PeerVariable {
  type?: string;
  default?: JsonValue;
  description?: string;
  sensitive?: boolean | string;
  nullable?: boolean | string;
  validation?: { condition: string; error_message: string }[];
}

/** As the peer reads them; expressions stand in `${…}`. */
async function peerVariables(content: string) {
  const { variable = {} } = (await parse('variables.tf', content)) as {
    variable?: Record<string, PeerVariable[]>;
  };
  return variable;
}

const bare = (expression: string) =>
  expression.replace(/^\$\{([\s\S]*)\}$/, '$1');
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const isTrue = (value: boolean | string | undefined, otherwise: boolean) =>
  value === undefined ? otherwise : /true/.test(String(value));

/** The peer leaves the escapes of templates as they are written. */
const escaped = (value: JsonValue | undefined): JsonValue | undefined => {
  if (typeof value === 'string') {
    return value.replace(/([$%])\{/g, '$1$1{');
  }
  if (Array.isArray(value)) return value.map(item => escaped(item)!);
  if (!isObject(value as JsonValue)) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, item]) => [
      name,
      escaped(item),
    ]),
  ) as JsonObject;
};

const toText = (value: JsonValue | undefined) =>
  typeof value === 'number' ? String(value) : value;

async function expectAgreement(content: string, variables: ModuleVariable[]) {
  const theirs = await peerVariables(content);
  expect(variables.map(({ name }) => name).sort()).toEqual(
    Object.keys(theirs).sort(),
  );
  for (const ours of variables) {
    const [their] = theirs[ours.name];
    expect({
      // In quotes it is what Terraform 0.11 wanted.
      type: squeezed(ours.typeText).replace(/^"(.*)"$/, '$1'),
      isRequired: ours.isRequired,
      description: escaped(ours.description),
      isSensitive: ours.isSensitive,
      isNullable: ours.isNullable,
      conditions: ours.validations.map(({ condition }) => squeezed(condition)),
    }).toEqual({
      type: squeezed(bare(their.type ?? 'any')),
      isRequired: !('default' in their),
      description: their.description?.trim(),
      isSensitive: isTrue(their.sensitive, false),
      isNullable: isTrue(their.nullable, true),
      conditions: (their.validation ?? []).map(({ condition }) =>
        squeezed(bare(condition)),
      ),
    });
    const expected = their.default;
    // Terraform gives a default its variable's type, the peer leaves it as it is written.
    const isText = ours.type.kind === 'string';
    expect(escaped(ours.default)).toEqual(isText ? toText(expected) : expected);
  }
}

describe('readModule, against an independent parser', () => {
  const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(name => /(^|\/)variables\.tf$/.test(name))
    .sort();

  it('has examples', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)('agrees on every variable of %s', async name => {
    const content = readFileSync(path.join(EXAMPLES, name), 'utf8');
    const { variables, warnings } = await readModule([
      { path: 'variables.tf', content },
    ]);
    expect(warnings).toEqual([]);
    expect(variables.length).toBeGreaterThan(0);
    await expectAgreement(content, variables);
  });

  it('agrees on generated ones, and reads types and defaults as they were meant', async () => {
    const generated = fc.sample(moduleVariable, { numRuns: 500, seed: 11 });
    const named = generated.map(
      (variable, index): GeneratedVariable => ({
        ...variable,
        name: `v${index}`,
      }),
    );
    const content = named
      .map(({ name, text }, index) =>
        index % 3 === 0
          ? `variable ${name} {\n${text}\n}\n`
          : `variable "${name}" {\n${text}\n}\n`,
      )
      .join('\n');
    const { variables, warnings } = await readModule([
      { path: 'variables.tf', content },
    ]);
    expect(warnings).toEqual([]);
    expect(variables).toHaveLength(named.length);
    variables.forEach((variable, index) => {
      const { name, type, description } = named[index];
      expect(variable).toMatchObject({ name, type });
      expect(variable.description).toBe(description?.trim());
      expect(variable.default).toEqual(named[index].default);
    });
    await expectAgreement(content, variables);
  });

  it.each<[string, string]>([
    ['labels without quotes', 'variable a {\n  type = string\n}\n'],
    ['one line', 'variable "a" { default = -3 }\n'],
    ['a type in quotes', 'variable "a" {\n  type = "string"\n}\n'],
    ['a type without what it is of', 'variable "a" {\n  type = map\n}\n'],
    [
      'commas and colons',
      'variable "a" {\n  default = { a : 1, "b" = 2, }\n}\n',
    ],
    [
      'comments everywhere',
      '/* v */ variable "a" { // x\n  # y\n  default = [ # z\n    1, /* q */ 2,\n  ]\n}\n',
    ],
    [
      'a heredoc',
      'variable "a" {\n  description = <<-EOT\n    Two\n      lines.\n  EOT\n}\n',
    ],
    ['no line end at the end', 'variable "a" {}'],
    ['line ends of Windows', 'variable "a" {\r\n  default = "x"\r\n}\r\n'],
    [
      'numbers of every form',
      'variable "a" {\n  default = [1.0e3, 0.50, 1.5E-2, 12345678901]\n}\n',
    ],
    ['null', 'variable "a" {\n  type    = string\n  default = null\n}\n'],
    [
      'escapes',
      'variable "a" {\n  default = "\\u00e9\\U0001F600\\t\\"\\\\"\n}\n',
    ],
    [
      'other blocks beside',
      'locals {\n  variable = 1\n}\nvariable "a" {}\noutput "variable" {\n  value = 1\n}\n',
    ],
  ])('agrees on odd but legal declarations: %s', async (_, content) => {
    const { variables } = await readModule([{ path: 'main.tf', content }]);
    expect(variables).toHaveLength(1);
    await expectAgreement(content, variables);
  });

  it('refuses numbers that its grammar does not know, with line and column, where the peer reads them', async () => {
    const content = 'variable "a" {\n  default = 1e3\n}\n';
    await expect(peerVariables(content)).resolves.toEqual({
      a: [{ default: 1000 }],
    });
    await expect(
      readModule([{ path: 'main.tf', content }]),
    ).rejects.toMatchObject({
      ...{ code: 'module-file-invalid', line: 2, column: expect.any(Number) },
    });
  });
});
