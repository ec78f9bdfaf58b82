// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What the repositories of a world hold when it starts, and the policy about them.
export const LIVE = 'local?owner=acme&repo=infrastructure-live';
export const SOURCE =
  'git::https://git.example.com/acme/infrastructure-modules.git';
export const DEV = 'live/acme-dev/eu-west-1/dev';
export const PROD = 'live/acme-prod/eu-west-1/prod';

export const MODULES = 'local?owner=acme&repo=infrastructure-modules';

/** Who may change what, in a repository of the name. */
export const policyOf = (repository: string) => `
apiVersion: ownership/v1
kind: OwnershipPolicy
metadata: { name: acme }
defaults: { decision: deny, unguarded: [service.plan], unmanaged: { read: allow, other: deny } }
teams:
  platform: { groups: [group:default/platform] }
  netops: { groups: [group:default/netops] }
  payments: { groups: [group:default/payments] }
environments:
  dev: { tier: nonprod, owners: [platform], accounts: ['111111111111'] }
  prod: { tier: prod, owners: [platform], accounts: ['333333333333'], aliases: [production] }
services:
  networking: { owners: [netops], restricted: true }
  postgres-database: { owners: [payments] }
  payments-api: { owners: [payments] }
rules:
  - { id: owners-nonprod, effect: allow, to: ['owner:service'], actions: [service.plan, service.deploy, service.destroy, dispatch.run], in: ['tier:nonprod'], on: ['service:*'] }
  - { id: owners-prod, effect: allow, to: ['owner:service'], actions: [service.deploy], in: [prod], on: ['service:*'], when: { attr: request.changeTicket, exists: true } }
approvals:
  - { id: otherwise, fallback: true, actions: ['*'], in: ['tier:*'], stages: [{ from: ['owner:environment'], count: 1 }] }
layout:
  - { repo: ${repository}, glob: 'live/{account}/{region}/{environment}/{unit}/**' }
  - { repo: ${repository}, glob: 'deploy/{environment}/{service}/**' }
`;

export const CATALOG = `
apiVersion: fairway.dev/v1
kind: ModuleCatalog
modules:
  postgres-database: { title: PostgreSQL, description: A database., path: modules/postgres-database, service: postgres-database, versions: { v1.1.0: approved, v1.0.0: approved } }
  network: { title: Network, description: A network., path: modules/network, service: networking, versions: { v1.1.0: approved } }
`;

function unitText(
  module: string,
  version: string,
  inputs: string,
  more = '',
): string {
  return `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${SOURCE}//modules/${module}?ref=${version}"
}
${more}
inputs = {
${inputs}}
`;
}

export const variable = (name: string, more = '') =>
  `variable "${name}" {\n  type = string\n${more}}\n\n`;

/** The newer version asks for an owner, and has no note any more. */
export const MODULE_VERSIONS: Record<string, string> = {
  'v1.0.0': [
    variable('name'),
    variable('instance_size', '  default = "small"\n'),
    variable('note', '  default = ""\n'),
    variable('key', '  default = null\n'),
    variable('password', '  default = null\n  sensitive = true\n'),
  ].join(''),
  'v1.1.0': [
    variable('name'),
    variable('owner_team'),
    variable('instance_size', '  default = "medium"\n'),
    variable('password', '  default = null\n  sensitive = true\n'),
    'variable "tags" {\n  default = {}\n}\n\nvariable "subnet_ids" {\n  default = []\n}\n\n',
    'variable "storage_gb" {\n  type    = number\n  default = 20\n}\n\n',
    variable('text', '  default = null\n'),
    variable('key', '  default = null\n'),
    'output "endpoint" {\n  description = "Where to connect."\n  value = 1\n}\n',
  ].join(''),
};

const local = (name: string, value: string) =>
  `locals {\n  ${name} = "${value}"\n}\n`;

export const LIVE_FILES: Record<string, string> = {
  // What every unit is given, unless it says otherwise.
  'root.hcl':
    '# root\ninputs = {\n  name       = "unnamed"\n  owner_team = "platform"\n}\n',
  'live/acme-dev/account.hcl': local('account_id', '111111111111'),
  [`${DEV}/env.hcl`]: local('environment', 'dev'),
  'live/acme-dev/eu-west-1/region.hcl': local('aws_region', 'eu-west-1'),
  'live/acme-prod/eu-west-1/region.hcl': local('aws_region', 'eu-west-1'),
  'live/acme-prod/account.hcl': local('account_id', '333333333333'),
  // What the examples depend on.
  [`${DEV}/network/terragrunt.hcl`]: unitText('network', 'v1.1.0', ''),
  // What the examples change, upgrade and remove.
  [`${DEV}/orders-db/terragrunt.hcl`]: `# Ask in the orders channel before a change at the weekend.

${unitText(
  'postgres-database',
  'v1.0.0',
  '  name          = "orders-db" # the one and only\n  instance_size = "small"\n  note          = "in spring"\n',
)}`,
  [`${DEV}/reports-db/terragrunt.hcl`]: unitText(
    'postgres-database',
    'v1.1.0',
    '  subnet_ids = dependency.network.outputs.ids\n',
    '\ndependency "network" {\n  config_path = "../network"\n}\n',
  ),
  [`${DEV}/reports-db/README.md`]: '# Reports\n',
  'deploy/dev/payments-api/values.yaml': `# Who pays, decides.
replicas: 2 # more at the end of the month
image:
  tag: '2.15.0'
env: {}
`,
  [`${PROD}/env.hcl`]: local('environment', 'prod'),
};
