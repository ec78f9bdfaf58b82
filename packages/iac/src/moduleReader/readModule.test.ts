// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  describeWithTerraform,
  TERRAFORM,
  terraform,
} from '../__testUtils__/terraform';
import { isObject } from './convert';
import { readModule } from './readModule';
import { ModuleFile } from './types';

const MODULES = path.join(
  __dirname,
  '../../../../examples/infrastructure-modules/v1.1.0/modules',
);

const filesOf = (name: string): ModuleFile[] =>
  readdirSync(path.join(MODULES, name)).map(file => ({
    path: file,
    content: readFileSync(path.join(MODULES, name, file), 'utf8'),
  }));

/** What passes the validations of required inputs. */
const ANSWERS: Record<string, JsonValue> = {
  name: 'abc',
  data_classification: 'internal',
  cidr_block: '10.20.0.0/16',
  purpose: 'sandbox',
  monthly_budget: 200,
  services: { api: '1.0.0' },
};

const one = (content: string) => readModule([{ path: 'main.tf', content }]);

const ODD = `variable "crlf" { default = "a" }
variable legacy {
  type    = map
  default = { a = 1, "b" : 2 }
}
variable "heredoc" {
  type    = string
  default = <<EOT
  $\${not} %%{a}
\\n "q"
EOT
}
variable "flush" {
  description = <<-EOT
    Two
      lines.
  EOT
  default     = <<-EOT
      a

     b
	c
    EOT
}
variable "converted" {
  type    = object({ n = number, s = string, l = set(string), o = optional(bool, true) })
  default = { n = "5", s = 5, l = ["a", "a", "b"], extra = 1 }
}
variable "nothing" {
  type    = string
  default = null
}
variable "negative" { default = (-1.50) }
variable "nested" {
  type = map(list(object({
    a = optional(object({ b = optional(number, 1) }), {})
  })))
  default = { x = [{}, { a = { b = 2 } }] }
}
`;

describe('readModule', () => {
  it('reads the inputs of an example, required first', async () => {
    const facts = await readModule(filesOf('postgres-database'));
    expect(facts.warnings).toEqual([]);
    expect(facts.requiredInputs).toEqual(['name', 'data_classification']);
    expect(facts.sensitiveInputs).toEqual(['admin_password']);
    expect(facts.outputs.map(({ name }) => name)).toEqual([
      'instance_id',
      'endpoint',
      'secret_path',
      'data_classification',
    ]);
    expect(facts.readme).toContain('data_classification');
    const { properties, required } = facts.schema as {
      properties: Record<string, JsonObject>;
      required: string[];
    };
    expect(required).toEqual(facts.requiredInputs);
    expect(properties.name.pattern).toBe('^[a-z][a-z0-9-]{1,38}[a-z0-9]$');
    expect(properties.storage_gb).toEqual({
      title: 'Storage gb',
      description: 'Storage in GB. It can grow later and never shrink.',
      type: 'integer',
      default: 20,
      minimum: 20,
      maximum: 2000,
    });
    expect(properties.maintenance_window).toMatchObject({
      default: { day: 'sunday' },
      properties: {
        day: { enum: expect.arrayContaining(['sunday']) },
        start_hour: { default: 3, minimum: 0, maximum: 23 },
      },
      required: ['day'],
    });
    expect(properties.admin_password).toEqual({
      title: 'Admin password',
      description: expect.any(String),
      type: 'string',
      writeOnly: true,
    });
    const { uiSchema } = facts;
    expect((uiSchema['ui:order'] as string[]).slice(0, 3)).toEqual([
      'name',
      'data_classification',
      'instance_size',
    ]);
    expect(uiSchema['ui:options']).toEqual({
      collapsed: (uiSchema['ui:order'] as string[]).slice(2),
    });
    expect(uiSchema.admin_password).toEqual({
      'ui:options': { sensitive: true },
    });
    expect(uiSchema.allowed_cidr_blocks).toEqual({
      'ui:help':
        'Every allowed range is in CIDR notation, for example 10.20.0.0/16. A database is never open to 0.0.0.0/0.',
    });
  });

  it('reads every example without a warning', async () => {
    for (const name of readdirSync(MODULES)) {
      const { warnings, variables } = await readModule(filesOf(name));
      expect(warnings).toEqual([]);
      expect(variables.length).toBeGreaterThan(4);
    }
  });

  it('reads odd but legal declarations', async () => {
    const { variables, warnings } = await one(ODD);
    expect(warnings).toEqual([]);
    expect(variables.map(({ name, typeText }) => [name, typeText])).toEqual([
      ['crlf', 'any'],
      ['legacy', 'map'],
      ['heredoc', 'string'],
      ['flush', 'any'],
      ['converted', expect.stringContaining('object(')],
      ['nothing', 'string'],
      ['negative', 'any'],
      ['nested', expect.stringContaining('map(list(')],
    ]);
    expect(variables[3].description).toBe('Two\n  lines.');
    expect(variables[5]).toMatchObject({ default: null, isRequired: false });
    expect(variables[4].default).toEqual({ n: 5, s: '5', l: ['a', 'b'] });
  });

  it('merges override files, takes the first of two, and says so', async () => {
    const { variables, warnings, outputs } = await readModule([
      { path: 'x_override.tf', content: 'variable "a" { default = 2 }\n' },
      {
        path: 'a.tf',
        content:
          'variable "a" {\n  type = number\n  nullable = false\n}\noutput "o" {\n  value = 1\n  sensitive = true\n}\n',
      },
      { path: 'b.tf', content: 'variable "a" {}\n' },
      { path: 'modules/x/a.tf', content: 'variable "c" {}\n' },
      { path: 'v.tf.json', content: '{}' },
    ]);
    expect(variables).toMatchObject([
      { name: 'a', default: 2, isRequired: false, isNullable: false, line: 1 },
    ]);
    expect(outputs).toMatchObject([{ name: 'o', isSensitive: true, line: 5 }]);
    expect(warnings).toEqual([
      {
        message:
          'The variable "a" is there already, in a.tf on line 1. Keep one',
        path: 'b.tf',
        line: 1,
      },
      expect.objectContaining({ path: 'v.tf.json' }),
    ]);
  });

  it('warns of what is not plainly a value', async () => {
    const { variables, warnings } = await one(
      'variable "a" {\n  default = 1 + 1\n  type = nope\n}\n',
    );
    expect(variables[0]).toMatchObject({ isRequired: false });
    expect(variables[0].default).toBeUndefined();
    expect(warnings.map(({ message }) => message)).toEqual([
      'In the input "a", the type "nope" is not known, and counts as any',
      'In the input "a", the default is not plainly a value, and is not shown',
    ]);
  });

  it('names the file, line and column that do not parse', async () => {
    await expect(
      readModule([
        { path: 'a.tf', content: '' },
        { path: 'b.tf', content: 'variable "x" {\n  type = )\n}\n' },
      ]),
    ).rejects.toMatchObject({
      code: 'module-file-invalid',
      line: 2,
      column: 10,
      message: expect.stringContaining('"b.tf"'),
    });
  });

  describeWithTerraform(TERRAFORM, () => {
    const examples = readdirSync(MODULES).map(name => ({
      name,
      content: readFileSync(path.join(MODULES, name, 'variables.tf'), 'utf8'),
    }));
    it.each([...examples, { name: 'odd declarations', content: ODD }])(
      'reads the defaults of $name as terraform does',
      async ({ content }) => {
        const { variables } = await one(content);
        const optional = variables.filter(({ isRequired }) => !isRequired);
        const { stdout, stderr } = terraform({
          files: {
            'main.tf': content,
            'terraform.tfvars': variables
              .filter(({ isRequired }) => isRequired)
              .map(
                ({ name }) =>
                  `${name} = ${JSON.stringify(ANSWERS[name] ?? 'x')}\n`,
              )
              .join(''),
          },
          args: ['console'],
          input: `base64encode(jsonencode([${optional
            .map(
              ({ name, isSensitive }) =>
                `${isSensitive ? 'nonsensitive' : ''}(var.${name})`,
            )
            .join(', ')}]))\n`,
        });
        expect(stderr).toBe('');
        const values: JsonValue[] = JSON.parse(
          Buffer.from(stdout.trim().slice(1, -1), 'base64').toString(),
        );
        expect(values).toHaveLength(optional.length);
        optional.forEach((variable, index) => {
          expect(within(values[index], variable.default!)).toEqual(
            variable.default,
          );
        });
      },
    );
  });
});

/** Without the attributes that only `optional()` adds. */
function within(value: JsonValue, like: JsonValue): JsonValue {
  if (Array.isArray(value) && Array.isArray(like)) {
    return value.map((item, index) => within(item, like[index]));
  }
  if (!isObject(value) || !isObject(like)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => Object.hasOwn(like, name))
      .map(([name, item]) => [name, within(item!, like[name]!)]),
  );
}
