// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { hostileInputs } from '../__testUtils__/hostile';
import {
  describeWithTerraform,
  formatDiff,
  TERRAFORM,
} from '../__testUtils__/terraform';
import { renderTerragruntUnit, TerragruntUnit } from './renderUnit';

const unit: TerragruntUnit = {
  source:
    'git::https://git.example.com/acme/infrastructure-modules.git//modules/postgres-database',
  version: 'v1.1.0',
  include: { root: true },
  inputs: { name: 'payments', storage_gb: 20, tags: { owner: 'payments' } },
};

describe('renderTerragruntUnit', () => {
  it('renders a unit', () => {
    expect(renderTerragruntUnit(unit)).toBe(`include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://git.example.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

inputs = {
  name       = "payments"
  storage_gb = 20
  tags = {
    owner = "payments"
  }
}
`);
  });

  const whole: TerragruntUnit = {
    ...unit,
    header: 'Managed by the portal.\nAsk \u202eplatform\r\n\n',
    include: { root: true, envcommon: '_envcommon/postgres.hcl' },
    dependencies: [
      { name: 'network', configPath: '../network', outputs: { vpc_id: 'id' } },
      {
        name: 'keys',
        configPath: '../../global/keys',
        mockOutputs: { key_arn: 'arn:${x}' },
      },
    ],
  };

  it('renders a header, includes and dependencies', () => {
    expect(renderTerragruntUnit(whole)).toBe(`# Managed by the portal.
# Ask \\u202eplatform

include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "envcommon" {
  path = "\${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/postgres.hcl"
}

terraform {
  source = "git::https://git.example.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

dependency "network" {
  config_path = "../network"
}

dependency "keys" {
  config_path = "../../global/keys"
  mock_outputs = {
    key_arn = "arn:$\${x}"
  }
  mock_outputs_allowed_terraform_commands = [
    "init",
    "validate",
    "plan",
  ]
}

inputs = {
  vpc_id     = dependency.network.outputs.id
  name       = "payments"
  storage_gb = 20
  tags = {
    owner = "payments"
  }
}
`);
  });

  it.each<[string, Partial<TerragruntUnit>, string]>([
    ['unit-invalid', { source: `${unit.source}?ref=v1` }, 'leave ?ref= out'],
    ['module-source-invalid', { source: './module' }, 'path on a machine'],
    ['module-source-invalid', { version: 'v1"' }, 'v1'],
    ['module-source-invalid', { version: 'v1&depth=1' }, 'other parameters'],
    ['module-source-invalid', { version: '${x}' }, 'template'],
    [
      'unit-invalid',
      { include: { root: true, envcommon: '../x.hcl' } },
      '../x',
    ],
    [
      'unit-invalid',
      { dependencies: [{ name: 'a" {', configPath: '../a' }] },
      'not a name',
    ],
    [
      'unit-invalid',
      { dependencies: [{ name: 'a', configPath: '/etc' }] },
      'relative path',
    ],
    [
      'unit-invalid',
      {
        dependencies: [
          { name: 'a', configPath: '../a', outputs: { x: 'y} evil' } },
        ],
      },
      'output',
    ],
    [
      'unit-invalid',
      {
        dependencies: [
          { name: 'a', configPath: '../a', outputs: { name: 'y' } },
        ],
      },
      'twice',
    ],
    [
      'value-too-long',
      { inputs: { tags: { owner: 'x'.repeat(10_000) } } },
      'inputs.tags.owner',
    ],
  ])('refuses with %s: %j', (code, change, words) => {
    const render = () => renderTerragruntUnit({ ...unit, ...change });
    expect(render).toThrow(expect.objectContaining({ code }));
    expect(render).toThrow(words);
  });

  describeWithTerraform(TERRAFORM, () => {
    it('leaves nothing to say for terraform fmt', () => {
      const samples = fc.sample(hostileInputs, 150);
      const files = samples.map((inputs, index) => [
        `unit${index}.tf`,
        renderTerragruntUnit({ ...whole, inputs }),
      ]);
      expect(formatDiff(Object.fromEntries(files))).toBe('');
      // The check above can fail:
      expect(formatDiff({ 'x.tf': 'a = 1\nbc = 2\n' })).toContain('+a  = 1');
    });
  });
});
