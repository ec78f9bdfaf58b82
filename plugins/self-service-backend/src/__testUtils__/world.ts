// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A small company for the tests: real repositories in a temporary folder, the real ownership backend with a policy of
// its own, a catalog with a few people.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Entity } from '@backstage/catalog-model';
import { LocalGitHost, parseRepoUrl } from '@fairway/git-host';

export const LIVE = 'local?owner=acme&repo=infrastructure-live';
export const MODULES = 'local?owner=acme&repo=infrastructure-modules';
export const MODULES_SOURCE =
  'git::https://git.example.com/acme/infrastructure-modules.git';
export const DEV = 'live/acme-dev/eu-west-1/dev';
export const PROD = 'live/acme-prod/eu-west-1/prod';

const POLICY = `
apiVersion: ownership/v1
kind: OwnershipPolicy
metadata: { name: acme }
defaults: { decision: deny, unguarded: [service.plan], unmanaged: { read: allow, other: deny } }
teams:
  platform: { groups: [group:default/platform] }
  netops: { groups: [group:default/netops] }
  data: { groups: [group:default/data-platform] }
  payments: { groups: [group:default/payments] }
environments:
  dev: { tier: nonprod, owners: [platform], accounts: ['111111111111'] }
  prod: { tier: prod, owners: [platform], accounts: ['333333333333'], aliases: [production] }
services:
  networking: { owners: [netops], restricted: true }
  postgres-database: { owners: [data] }
  payments-api: { owners: [payments] }
roles:
  deployer: { actions: [service.plan, service.deploy, service.destroy] }
rules:
  - { id: owners-nonprod, effect: allow, to: ['owner:service'], actions: ['role:deployer'], in: ['tier:nonprod'], on: ['service:*'] }
  - id: owners-prod
    effect: allow
    to: ['owner:service']
    actions: ['role:deployer']
    in: [prod]
    on: ['service:*']
    when: { attr: request.changeTicket, exists: true }
    why: Production needs a change ticket.
  - { id: payments-databases, effect: allow, to: ['team:payments'], actions: ['role:deployer'], in: [dev], on: ['service:postgres-database'] }
approvals:
  - { id: deployments-auto, actions: [service.deploy], in: [dev], on: ['service:payments-api'], mode: auto }
  - { id: databases, actions: [service.deploy, service.destroy], in: [dev], on: ['service:postgres-database'], stages: [{ from: ['owner:environment'], count: 1 }], decideWithin: P3D, remindAfter: P1D }
  - { id: otherwise, fallback: true, actions: ['*'], in: ['tier:*'], stages: [{ from: ['owner:environment'], count: 1 }] }
limits:
  - { id: few-networks, service: networking, in: [dev], perTeam: 1, why: Address ranges are few. }
  - { id: temporary, service: '*', in: [dev], perTeam: 1, when: { attr: resource.lifetime, exists: true } }
layout:
  - { repo: infrastructure-live, glob: 'live/{account}/{region}/{environment}/{unit}/**' }
  - { repo: infrastructure-live, glob: 'deploy/{environment}/{service}/**' }
  - { repo: infrastructure-live, glob: 'terraform/{environment}/{unit}/**' }
`;

const CATALOG = `
apiVersion: fairway.dev/v1
kind: ModuleCatalog
modules:
  postgres-database:
    title: PostgreSQL database
    description: A database.
    path: modules/postgres-database
    service: postgres-database
    versions: { v1.1.0: approved, v1.10.0: approved, v1.0.0: { status: blocked, reason: It loses backups } }
  network:
    title: Network
    description: A network.
    path: modules/network
    service: networking
    versions: { v1.1.0: approved }
  bucket:
    title: Bucket
    description: A bucket.
    path: modules/bucket
    service: postgres-database
    versions: { v1.1.0: approved }
    inputs: { forced: { block_public_access: true }, hidden: [kms_key] }
  postgres-unit:
    title: PostgreSQL in a stack
    description: The template of a stack's unit.
    path: units/postgres
    service: postgres-database
    versions: { v1.1.0: approved, v1.0.0: { status: blocked, reason: It has no tags } }
  mislabelled-unit:
    title: A template of another service's module
    description: The catalog says one service, and its module is of another.
    path: units/mislabelled
    service: postgres-database
    versions: { v1.1.0: approved }
`;

/** What the modules take. */
const VARIABLES = `variable "name" {
  type    = string
  default = ""
}

variable "vpc" {
  default = null
}
`;

const BUCKET_VARIABLES = `variable "name" {
  type = string

  validation {
    condition     = can(regex("^[a-z-]+$", var.name))
    error_message = "Lower-case letters."
  }
}

variable "storage_class" {
  type    = string
  default = "standard"

  validation {
    condition     = contains(["standard", "archive"], var.storage_class)
    error_message = "One of the classes."
  }
}

variable "days" {
  type    = number
  default = 30

  validation {
    condition     = var.days >= 7 && var.days <= 90
    error_message = "A week to three months."
  }
}

variable "block_public_access" {
  type    = bool
  default = false
}

variable "kms_key" {
  default = null
}

variable "access_token" {
  type      = string
  default   = null
  sensitive = true
}
`;

const template = (module: string) => `terraform {
  source = "${MODULES_SOURCE}//modules/${module}?ref=\${values.version}"
}

inputs = {
  name = values.name
}
`;

const FREE = ['a', 'b', 'c']
  .map(name => `variable "${name}" {\n  default = null\n}\n\n`)
  .join('');

const MODULE_FILES: Record<string, string> = {
  'modules/postgres-database/variables.tf': VARIABLES + FREE,
  'modules/network/variables.tf': VARIABLES,
  'modules/bucket/variables.tf': BUCKET_VARIABLES,
  // Templates of stacks: the version of the module is the stack's to say.
  'units/postgres/terragrunt.hcl': template('postgres-database'),
  'units/mislabelled/terragrunt.hcl': template('network'),
};

const locals = (values: Record<string, string>) =>
  `locals {\n${Object.entries(values)
    .map(([name, value]) => `  ${name} = "${value}"\n`)
    .join('')}}\n`;

/** A unit as people write it. */
export function unit(
  options: {
    module?: string;
    ref?: string;
    source?: string;
    inputs?: string;
    more?: string;
  } = {},
): string {
  const { module = 'postgres-database', ref = 'v1.1.0', inputs = '' } = options;
  const source =
    options.source ?? `${MODULES_SOURCE}//modules/${module}?ref=${ref}`;
  return `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${source}"
}
${options.more ?? ''}
inputs = {
${inputs}}
`;
}

const LIVE_FILES: Record<string, string> = {
  'root.hcl': '# root\n',
  '_envcommon/postgres.hcl': '# common\n',
  'live/acme-dev/account.hcl': locals({ account_id: '111111111111' }),
  [`${DEV}/env.hcl`]: locals({ environment: 'dev' }),
  'live/acme-dev/eu-west-1/region.hcl': locals({ aws_region: 'eu-west-1' }),
  'live/acme-prod/eu-west-1/region.hcl': locals({ aws_region: 'eu-west-1' }),
  [`${DEV}/network/terragrunt.hcl`]: unit({ module: 'network' }),
  'live/acme-prod/account.hcl': locals({ account_id: '333333333333' }),
  [`${PROD}/env.hcl`]: locals({ environment: 'prod' }),
  [`${PROD}/network/terragrunt.hcl`]: unit({ module: 'network' }),
  // A folder of an account that says nothing, and one that lies about its environment.
  'live/acme-new/eu-west-1/dev/env.hcl': locals({ environment: 'dev' }),
  'live/acme-dev/eu-west-9/dev/env.hcl': locals({ environment: 'prod' }),
  // An account in which somebody has shadowed the account's file.
  'live/acme-old/account.hcl': locals({ account_id: '111111111111' }),
  'live/acme-old/eu-west-1/region.hcl': locals({ aws_region: 'eu-west-1' }),
  'live/acme-old/eu-west-1/dev/env.hcl': locals({ environment: 'dev' }),
  'live/acme-old/eu-west-1/dev/account.hcl/terragrunt.hcl': unit(),
  // An environment of the wrong account.
  'live/acme-prod/eu-west-1/dev/env.hcl': locals({ environment: 'dev' }),
  'deploy/dev/payments-api/README.md': 'Values of payments-api.\n',
};

const AUTHOR = { name: 'Platform', email: 'platform@acme.example' };
const AT = new Date('2026-01-01T00:00:00Z');

const user = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {
    profile: {
      displayName: `${name} of ${group}`,
      email: `${name}@acme.example`,
    },
  },
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

/** Pia and Paul are of payments, Nia of netops, Dan of data, Pat of platform, Eve of nothing that owns anything. */
export const PEOPLE: Entity[] = [
  user('pia', 'payments'),
  user('paul', 'payments'),
  user('nia', 'netops'),
  user('dan', 'data-platform'),
  user('pat', 'platform'),
  user('eve', 'guests'),
  ...['payments', 'netops', 'data-platform', 'platform', 'guests'].map(
    (name): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
      relations: [],
    }),
  ),
];

/** Repositories and policy in a temporary folder. */
export interface World {
  root: string;
  host: LocalGitHost;
  /** The live repository. */
  gitDir: string;
  config: Record<string, object>;
  /** Runs the real git in the live repository. */
  git(...args: string[]): Promise<string>;
  branches(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'fairway-self-service-'));
  const host = await LocalGitHost.create({ root });
  const commit = (files: Record<string, string>) => ({
    message: 'Begin',
    author: AUTHOR,
    at: AT,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
  });
  await host.createRepository(parseRepoUrl(LIVE), {
    commits: [commit(LIVE_FILES)],
  });
  await host.createRepository(parseRepoUrl(MODULES), {
    commits: [
      {
        ...commit({ 'iac-catalog.yaml': CATALOG, ...MODULE_FILES }),
        tags: ['v1.0.0', 'v1.1.0'],
      },
    ],
  });
  // There, but not named in the configuration.
  await host.createRepository(
    { host: 'local', owner: 'acme', repo: 'secrets' },
    { commits: [commit({ 'README.md': 'Not for the portal.\n' })] },
  );
  const policyFile = join(root, 'policy.yaml');
  await writeFile(policyFile, POLICY);
  const gitDir = join(root, 'acme', 'infrastructure-live.git');
  const git = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('git', [
      '-C',
      gitDir,
      ...args,
    ]);
    return stdout;
  };
  return {
    root,
    host,
    gitDir,
    config: {
      app: { baseUrl: 'http://portal.test' },
      ownership: { policy: { file: policyFile } },
      selfService: {
        repositories: [{ repoUrl: LIVE, apply: 'none' }],
        modules: { repoUrl: MODULES, source: MODULES_SOURCE },
        local: { root },
        administrators: ['group:default/platform'],
      },
    },
    git,
    branches: async () =>
      (
        await git(
          'for-each-ref',
          '--format=%(refname:short)',
          'refs/heads/fairway/',
        )
      )
        .split('\n')
        .filter(Boolean),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
