// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dependentsOf } from './dependentsOf';

const LIVE = path.join(__dirname, '../../../../examples/infrastructure-live');
const EXAMPLES = readdirSync(LIVE, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.hcl'))
  .map(name => ({
    path: name,
    content: readFileSync(path.join(LIVE, name), 'utf8'),
  }));

const files = (content: Record<string, string>) =>
  Object.entries(content).map(([name, text]) => ({
    path: name,
    content: text,
  }));

describe('dependentsOf', () => {
  it('finds the database that needs the network, in its environment only', async () => {
    expect(
      await dependentsOf('live/acme-dev/eu-west-1/dev/network', EXAMPLES),
    ).toEqual({
      dependents: [
        {
          unit: 'live/acme-dev/eu-west-1/dev/orders-db',
          by: 'dependency',
          name: 'network',
          path: 'live/acme-dev/eu-west-1/dev/orders-db/terragrunt.hcl',
          line: 11,
        },
      ],
      unresolved: [],
    });
    const { dependents } = await dependentsOf(
      'live/acme-dev/eu-west-1/dev/orders-db/terragrunt.hcl',
      EXAMPLES,
    );
    expect(dependents).toEqual([]);
  });

  it.each([
    'dependency "a" {\n  config_path = "../a"\n}\n',
    'dependency "a" {\n  config_path = "../a/"\n}\n',
    'dependency "a" {\n  config_path = "${get_terragrunt_dir()}/../a"\n}\n',
    'dependency "a" {\n  config_path = "${get_repo_root()}/live/a"\n}\n',
    'dependency "a" {\n  config_path = "${get_parent_terragrunt_dir()}/a"\n}\ninclude "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n',
    'dependency "a" {\n  config_path = "${dirname(find_in_parent_folders("root.hcl"))}/a"\n}\n',
    'locals {\n  to = "../${local.name}"\n  name = "a"\n}\ndependency "a" {\n  config_path = local.to\n}\n',
    'locals {\n  common = read_terragrunt_config(find_in_parent_folders("root.hcl"))\n}\ndependency "a" {\n  config_path = local.common.locals.paths.a\n}\n',
    'dependencies {\n  paths = ["../x", "../a"]\n}\n',
    'include "root" {\n  path = "../common.hcl"\n}\n',
    'include "root" {\n  path = find_in_parent_folders("common.hcl")\n}\n',
  ])('follows %j', async content => {
    const { dependents, unresolved } = await dependentsOf(
      'live/a',
      files({
        'live/root.hcl': 'locals {\n  paths = {\n    a = "../a"\n  }\n}\n',
        'live/common.hcl': 'dependency "a" {\n  config_path = "../a"\n}\n',
        'live/a/terragrunt.hcl': '',
        'live/b/terragrunt.hcl': content,
      }),
    );
    expect(unresolved).toEqual([]);
    expect(dependents).toMatchObject([{ unit: 'live/b' }]);
  });

  it('finds units of stacks: by values, by template, by the folder they are made from', async () => {
    const stack = {
      'live/terragrunt.stack.hcl': `unit "vpc" {
  source = "../units/vpc"
  path   = "vpc"
}
unit "db" {
  source = "git::https://example.com/units.git//db?ref=v1"
  path   = "db"
  values = {
    network = { path = "../vpc" }
  }
}
unit "app" {
  source = "\${get_repo_root()}/units/app"
  path   = "app"
  values = {
    vpc = "vpc"
  }
}
unit "web" {
  source                  = "git::https://example.com/units.git//web?ref=v1"
  path                    = "web"
  no_dot_terragrunt_stack = true
  values = { vpc_path = "../.terragrunt-stack/vpc" }
}
`,
      'units/vpc/terragrunt.hcl': '',
      'units/app/terragrunt.hcl':
        'dependency "vpc" {\n  config_path = "../${values.vpc}"\n}\n',
    };
    const { dependents, unresolved } = await dependentsOf(
      'live/.terragrunt-stack/vpc',
      files(stack),
    );
    expect(dependents).toMatchObject([
      {
        unit: 'live/.terragrunt-stack/app',
        by: 'dependency',
        path: 'units/app/terragrunt.hcl',
      },
      { unit: 'live/.terragrunt-stack/db', by: 'stack-values', name: 'db' },
      { unit: 'live/web', by: 'stack-values', name: 'web' },
    ]);
    expect(unresolved).toEqual([]);
    expect(
      (await dependentsOf('units/vpc', files(stack))).dependents,
    ).toMatchObject([{ by: 'stack-source', name: 'vpc', line: 1 }]);
  });

  it('says what it cannot follow', async () => {
    const { dependents, unresolved } = await dependentsOf(
      'a',
      files({
        'b/terragrunt.hcl':
          'dependency "a" {\n  config_path = get_env("A")\n}\ndependencies {\n  paths = local.x\n}\n',
        'c/terragrunt.hcl': 'dependency {',
        'd/terragrunt.hcl':
          'locals {\n  x = local.y\n  y = local.x\n}\ndependency "a" {\n  config_path = local.x\n}\n',
        'f/terragrunt.hcl': 'include "x" {\n  path = include.x.locals.y\n}\n',
        'e/terragrunt.hcl':
          'dependency "a" {\n  config_path = "../../../a"\n}\n',
      }),
    );
    expect(dependents).toEqual([]);
    expect(unresolved.map(({ path: at, line }) => [at, line])).toEqual([
      ['c/terragrunt.hcl', 1],
      ['b/terragrunt.hcl', 2],
      ['b/terragrunt.hcl', 5],
      ['d/terragrunt.hcl', 6],
    ]);
  });
});
