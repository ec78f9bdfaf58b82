// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { asJson, hostileInputs, hostileText } from '../__testUtils__/hostile';
import { UnitFindingCode } from './facts';
import { inspectTerragruntUnit } from './inspectUnit';
import { renderTerragruntUnit } from './renderUnit';

const folder = 'live/dev/eu-west-1/dev/payments-db';
const SOURCE =
  'git::https://git.example.com/acme/infrastructure-modules.git//modules/postgres-database';
const terraform = `terraform {\n  source = "${SOURCE}?ref=v1.1.0"\n}\n`;
const inspect = (text: string) => inspectTerragruntUnit(text, { folder });

describe('inspectTerragruntUnit', () => {
  it('reads the facts of a plain unit', async () => {
    const facts = await inspect(`# A comment with run_cmd("x") and \${y}
include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
include "envcommon" {
  path = "\${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/postgres.hcl"
}
include "region" {
  path = "../../region.hcl"
}
locals {
  size = 20
}
${terraform}
dependency "network" {
  config_path  = "../network"
  mock_outputs = { id = "x", ids = [1] }
}
inputs = {
  name   = "payments" /* ok */
  vpc_id = dependency.network.outputs.id
  text   = "in \${dependency.network.outputs.id} $\${kept}"
  list   = [true, null, -1.5]
}
`);
    expect(facts).toEqual({
      source: `${SOURCE}?ref=v1.1.0`,
      repository:
        'git::https://git.example.com/acme/infrastructure-modules.git',
      modulePath: 'modules/postgres-database',
      ref: 'v1.1.0',
      includes: [
        { name: 'root', by: 'parent-name', parent: 'root.hcl' },
        {
          name: 'envcommon',
          by: 'beside-parent',
          parent: 'root.hcl',
          path: '_envcommon/postgres.hcl',
        },
        { name: 'region', by: 'path', path: 'live/dev/eu-west-1/region.hcl' },
      ],
      dependencies: [
        {
          name: 'network',
          configPath: '../network',
          path: 'live/dev/eu-west-1/dev/network',
        },
      ],
      inputKeys: ['name', 'vpc_id', 'text', 'list'],
      inputs: { name: 'payments', list: [true, null, -1.5] },
      references: [
        { path: 'inputs.vpc_id', dependency: 'network', output: 'id' },
        { path: 'inputs.text', dependency: 'network', output: 'id' },
      ],
      findings: [],
    });
  });

  const around =
    'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n';

  // What is added to a plain unit, the finding, and a word of its message.
  it.each<[string, UnitFindingCode, string]>([
    ['generate "x" {\n  contents = "y"\n}', 'block-not-allowed', 'generate'],
    [
      'remote_state {\n  backend = "s3"\n}',
      'block-not-allowed',
      'remote_state',
    ],
    ['engine {}', 'block-not-allowed', 'engine'],
    [
      'dependencies {\n  paths = ["../x"]\n}',
      'block-not-allowed',
      'dependencies',
    ],
    ['inputs {\n  a = 1\n}', 'block-not-allowed', 'inputs'],
    ['generate = { x = { path = "a" } }', 'attribute-not-allowed', 'generate'],
    [
      'include "x" {\n  path = "../../x.hcl"\n  merge_strategy = "deep"\n}',
      'attribute-not-allowed',
      'merge_strategy',
    ],
    [
      'include "x" {\n  path = "../../x.hcl"\n  merge_strategy = "no_merge"\n}',
      'attribute-not-allowed',
      'merge_strategy',
    ],
    [
      'inputs = { a = dependency.undeclared.outputs.x }',
      'expression',
      '"undeclared"',
    ],
    ['iam_role = "arn"', 'attribute-not-allowed', 'iam_role'],
    ['skip = run_cmd("id")', 'function-not-allowed', 'run_cmd'],
    ['locals {\n  a = run_cmd("id")\n}', 'function-not-allowed', 'run_cmd'],
    ['locals {\n  a = local.b\n}', 'expression', 'local.b'],
    ['locals {\n  x {\n  }\n}', 'block-not-allowed', 'x'],
    ['inputs = { a = get_env("X") }', 'function-not-allowed', 'get_env'],
    [
      'inputs = { a = [{ b = (get_env("X")) }] }',
      'function-not-allowed',
      'get_env',
    ],
    [
      'inputs = { a = true ? run_cmd("X") : 1 }',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'inputs = { a = [for x in [1] : run_cmd("X")] }',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'inputs = { a = read_terragrunt_config("x.hcl").inputs }',
      'function-not-allowed',
      'read_terragrunt_config',
    ],
    [
      'inputs = { a = sops_decrypt_file("x") }',
      'function-not-allowed',
      'sops_decrypt_file',
    ],
    [
      'inputs = { a = find_in_parent_folders("root.hcl") }',
      'function-not-allowed',
      'find_in_parent_folders',
    ],
    ['inputs = merge({}, {})', 'function-not-allowed', 'merge'],
    ['inputs = local.all', 'expression', 'local.all'],
    ['inputs = [1]', 'wrong-type', 'object'],
    ['inputs = { a = "x${upper("y")}" }', 'function-not-allowed', 'upper'],
    ['inputs = { a = "x${upper("y")}" }', 'template', 'template'],
    ['inputs = { a = "${local.x}" }', 'template', 'template'],
    ['inputs = { a = "$$${local.x}" }', 'template', 'template'],
    ['inputs = { a = "%{ if true }x%{ endif }" }', 'template', 'template'],
    [
      'inputs = { a = "${dependency.n.outputs.x}%{ if true }x%{ endif }" }',
      'template',
      'template',
    ],
    [
      'inputs = { a = "${dependency.n.outputs.x}${run_cmd("x")}" }',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'inputs = { a = dependency.n.inputs.x }',
      'expression',
      'dependency.n.inputs.x',
    ],
    [
      'inputs = { a = dependency.n.outputs }',
      'expression',
      'dependency.n.outputs',
    ],
    ['inputs = { (run_cmd("x")) = 1 }', 'expression', 'key'],
    ['inputs = { "${run_cmd("x")}" = 1 }', 'expression', 'key'],
    ['inputs = { a = 1, "a" = 2 }', 'duplicate', '"a"'],
    ['inputs = { a = 1 }\ninputs = { a = 2 }', 'duplicate', 'inputs'],
    ['inputs = {\n  a = <<EOT\n${run_cmd("x")}\nEOT\n}', 'heredoc', 'heredoc'],
    ['inputs = {\n  a = <<-EOT\n  text\n  EOT\n}', 'heredoc', 'heredoc'],
    ['inputs = { a = 1 + 1 }', 'expression', 'operation'],
    ['inputs = { a = x[0] }', 'expression', 'expression'],
    ['inputs = { a = 0x10 }', 'expression', 'hexadecimal'],
    [terraform, 'duplicate', 'terraform'],
    [
      `terraform "x" {\n  source = "${SOURCE}?ref=v1.0.0"\n}`,
      'label',
      'terraform',
    ],
    ['dependency "a" {\n  config_path = "/etc"\n}', 'path-absolute', '/etc'],
    ['dependency "a" {\n  config_path = "C:/x"\n}', 'path-absolute', 'C:/x'],
    ['dependency "a" {\n  config_path = "~/x"\n}', 'path-absolute', '~/x'],
    [
      'dependency "a" {\n  config_path = "git::https://x//y"\n}',
      'path-absolute',
      'git',
    ],
    [
      'dependency "a" {\n  config_path = "../../../../../../x"\n}',
      'path-outside-repository',
      'leaves',
    ],
    ['dependency "a" {\n  config_path = "..\\\\x"\n}', 'path-form', 'plain'],
    [
      'dependency "a" {\n  config_path = "${get_repo_root()}/x"\n}',
      'function-not-allowed',
      'get_repo_root',
    ],
    ['dependency "a" {\n}', 'attribute-missing', 'config_path'],
    [
      'dependency "a" {\n  config_path  = "../a"\n  mock_outputs = { a = run_cmd("x") }\n}',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'dependency "a" {\n  config_path = "../a"\n  skip_outputs = "x"\n}',
      'wrong-type',
      'skip_outputs',
    ],
    [
      'dependency "a" {\n  config_path = "../a"\n  before_hook "x" {\n  }\n}',
      'block-not-allowed',
      'before_hook',
    ],
    ['dependency {\n  config_path = "../a"\n}', 'label', 'dependency'],
    [
      'dependency "a" {\n  config_path = "../a"\n}\ndependency "a" {\n  config_path = "../b"\n}',
      'duplicate',
      'dependency a',
    ],
    ['include "x" {\n  path = "/etc/x.hcl"\n}', 'path-absolute', '/etc'],
    [
      'include "x" {\n  path = "../../../../../../x.hcl"\n}',
      'path-outside-repository',
      'leaves',
    ],
    [
      'include "x" {\n  path = find_in_parent_folders()\n}',
      'function-not-allowed',
      'find_in_parent_folders',
    ],
    [
      'include "x" {\n  path = find_in_parent_folders("../x.hcl")\n}',
      'function-not-allowed',
      'find_in_parent_folders',
    ],
    [
      'include "x" {\n  path = find_in_parent_folders("a.hcl", run_cmd("x"))\n}',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'include "x" {\n  path = "${dirname(find_in_parent_folders("root.hcl"))}/../x.hcl"\n}',
      'function-not-allowed',
      'dirname',
    ],
    [
      'include "x" {\n  path = "${dirname(run_cmd("x"))}/x.hcl"\n}',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'include "x" {\n  path = "a.hcl"\n  expose = run_cmd("x")\n}',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'include "x" {\n  path = "a.hcl"\n  other = 1\n}',
      'attribute-not-allowed',
      'other',
    ],
    ['# \u202e', 'invisible-character', 'U+202E'],
    ['\ufeff', 'invisible-character', 'U+FEFF'],
    ['inputs = { a = "\u2066x" }', 'invisible-character', 'U+2066'],
    ['locals {\n  a::b = 1\n}', 'ambiguous', 'one way'],
    ['inputs = { a = "x\n" }', 'expression', 'unusual'],
    [
      'inputs = { a = "$$${" }\ngenerate "x" {}\nlocals = { b = "}" }',
      'syntax',
      'HCL',
    ],
    ['inputs = {', 'syntax', 'line 8, column 1: missing }'],
  ])('finds what is not plain in %j: %s', async (text, code, words) => {
    const { findings } = await inspect(`${around}${terraform}${text}\n`);
    expect(findings).toContainEqual({
      code,
      line: expect.any(Number),
      column: expect.any(Number),
      message: expect.stringContaining(words),
    });
    for (const { line } of findings) expect(line).toBeGreaterThanOrEqual(1);
  });

  it.each<[string, UnitFindingCode, string]>([
    ['', 'source-missing', 'no module'],
    ['{ "terraform": { "source": "x" } }', 'json-form', 'JSON'],
    ['terraform {\n}', 'source-missing', 'no source'],
    ['terraform {\n  source = "./here"\n}', 'source-form', 'path on a machine'],
    ['terraform {\n  source = 1\n}', 'wrong-type', 'source'],
    [
      'terraform {\n  source = "git::https://x/y.git//m?ref=${local.v}"\n}',
      'template',
      'template',
    ],
    ['terraform {\n  source = local.source\n}', 'expression', 'local.source'],
    [
      'terraform {\n  source = run_cmd("x")\n}',
      'function-not-allowed',
      'run_cmd',
    ],
    [
      'terraform {\n  extra_arguments "x" {\n    commands = ["apply"]\n  }\n}',
      'block-not-allowed',
      'extra_arguments',
    ],
    [
      'terraform {\n  before_hook "x" {\n    execute = ["sh"]\n  }\n}',
      'block-not-allowed',
      'before_hook',
    ],
    ['terraform {\n  after_hook "x" {}\n}', 'block-not-allowed', 'after_hook'],
    ['terraform {\n  error_hook "x" {}\n}', 'block-not-allowed', 'error_hook'],
    [
      'terraform {\n  include_in_copy = ["x"]\n}',
      'attribute-not-allowed',
      'include_in_copy',
    ],
    ['terraform {\n  source = "a"\n  source = "b"\n}', 'duplicate', 'source'],
  ])(
    'finds what is wrong with the whole of %j: %s',
    async (text, code, words) => {
      const { findings } = await inspect(text);
      expect(findings).toContainEqual(
        expect.objectContaining({
          code,
          message: expect.stringContaining(words),
        }),
      );
    },
  );

  it('reads a file with Windows line ends alike', async () => {
    const text = `${around}${terraform}# note\ninputs = {\n  a = "b"\n}\n`;
    const facts = await inspect(text.replaceAll('\n', '\r\n'));
    expect(facts).toEqual(await inspect(text));
    expect(facts.findings).toEqual([]);
  });

  it('says where', async () => {
    const { findings } = await inspect(
      `${terraform}inputs = {\n  a = "😀"\n  b = run_cmd("id")\n}\ngenerate "x" {}\n`,
    );
    expect(
      findings.map(({ code, line, column }) => [code, line, column]),
    ).toEqual([
      ['function-not-allowed', 6, 7],
      ['block-not-allowed', 8, 1],
    ]);
  });

  it('reads back exactly what was rendered, whatever the values are', async () => {
    await fc.assert(
      fc.asyncProperty(hostileInputs, hostileText, async (inputs, header) => {
        const facts = await inspect(
          renderTerragruntUnit({
            source: SOURCE,
            version: 'v1.1.0',
            include: { root: true, envcommon: '_envcommon/postgres.hcl' },
            dependencies: [
              {
                name: 'network',
                configPath: '../network',
                mockOutputs: inputs,
              },
            ],
            inputs,
            header,
          }),
        );
        expect(facts.findings).toEqual([]);
        expect(facts.references).toEqual([]);
        expect(facts.inputKeys).toEqual(Object.keys(inputs));
        // As text, since toEqual overlooks a key such as __proto__.
        expect(JSON.stringify(facts.inputs)).toBe(
          JSON.stringify(asJson(inputs)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end on text that is made to be slow', async () => {
    const texts = [
      `inputs = { a = "${'$'.repeat(50_000)}`,
      `inputs = { a = "${'x'.repeat(200_000)} }`,
      `dependency "a" {\n  config_path = "${'../'.repeat(20_000)}!"\n}`,
      `/*${'*'.repeat(100_000)}`,
    ];
    for (const text of texts) {
      expect((await inspect(`${terraform}${text}`)).findings).not.toEqual([]);
    }
  });
});
