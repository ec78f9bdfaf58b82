// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The real thing from the scaffolder's HTTP API to a bare repository: scaffolder, self-service and ownership backends
// on real repositories in a temporary folder. Only the catalog is in memory.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real one runs the tasks here
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real one answers here
import ownershipPlugin from '@fairway/backstage-plugin-ownership-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real one writes here
import selfServicePlugin from '@fairway/backstage-plugin-self-service-backend';
import type { JsonObject } from '@backstage/types';
import { LocalGitHost, parseRepoUrl } from '@fairway/git-host';
import request from 'supertest';
import scaffolderModuleIac from '..';

export const LIVE = 'local?owner=acme&repo=infrastructure-live';
export const SOURCE =
  'git::https://git.example.com/acme/infrastructure-modules.git';
export const DEV = 'live/acme-dev/eu-west-1/dev';
export const PROD = 'live/acme-prod/eu-west-1/prod';

const MODULES = 'local?owner=acme&repo=infrastructure-modules';

const POLICY = `
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
  - { id: owners-nonprod, effect: allow, to: ['owner:service'], actions: [service.plan, service.deploy, service.destroy], in: ['tier:nonprod'], on: ['service:*'] }
  - { id: owners-prod, effect: allow, to: ['owner:service'], actions: [service.deploy], in: [prod], on: ['service:*'], when: { attr: request.changeTicket, exists: true } }
approvals:
  - { id: otherwise, fallback: true, actions: ['*'], in: ['tier:*'], stages: [{ from: ['owner:environment'], count: 1 }] }
layout:
  - { repo: infrastructure-live, glob: 'live/{account}/{region}/{environment}/{unit}/**' }
  - { repo: infrastructure-live, glob: 'deploy/{environment}/{service}/**' }
`;

const CATALOG = `
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

const variable = (name: string, more = '') =>
  `variable "${name}" {\n  type = string\n${more}}\n\n`;

/** The newer version asks for an owner, and has no note any more. */
const MODULE_VERSIONS: Record<string, string> = {
  'v1.0.0': [
    variable('name'),
    variable('instance_size', '  default = "small"\n'),
    variable('note', '  default = ""\n'),
    variable('password', '  default = null\n  sensitive = true\n'),
  ].join(''),
  'v1.1.0': [
    variable('name'),
    variable('owner_team'),
    variable('instance_size', '  default = "medium"\n'),
    variable('password', '  default = null\n  sensitive = true\n'),
    'output "endpoint" {\n  description = "Where to connect."\n  value = 1\n}\n',
  ].join(''),
};

const local = (name: string, value: string) =>
  `locals {\n  ${name} = "${value}"\n}\n`;

const LIVE_FILES: Record<string, string> = {
  'root.hcl': '# root\n',
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

const user = (name: string, group: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: [group] },
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

const group = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
});

/** A step of a template. */
export type Step = {
  id: string;
  name: string;
  action: string;
  input: JsonObject;
};

/** The step that writes a unit: a database in dev unless told otherwise. */
export function unitStep(input: JsonObject = {}): Step {
  return {
    id: 'unit',
    name: 'Write the unit',
    action: 'iac:terragrunt:unit',
    input: {
      repoUrl: LIVE,
      targetPath: `${DEV}/\${{ parameters.name }}`,
      environment: 'dev',
      moduleRef: 'postgres-database',
      version: 'v1.1.0',
      inputs: { name: '${{ parameters.name }}' },
      request: { changeTicket: "${{ parameters.changeTicket or '' }}" },
      ...input,
    },
  };
}

export function proposeStep(input: JsonObject = {}): Step {
  return {
    id: 'propose',
    name: 'Propose the change',
    action: 'git:change:propose',
    input: {
      repoUrl: LIVE,
      title: 'Create ${{ parameters.name }}',
      description: 'For a test.',
      submit: 'now',
      ...input,
    },
  };
}

/** A template as people write it, with the outputs of its last step. */
export function template(name: string, steps: Step[]) {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://git.example.com/t.yaml',
      },
    },
    spec: {
      owner: 'group:default/platform',
      type: 'infrastructure',
      parameters: { type: 'object' },
      steps,
      output: { result: '${{ steps.propose.output }}' },
    },
  };
}

/** How a task ended. */
export interface TaskEnd {
  taskId: string;
  status: string;
  log: string;
  output: Record<string, unknown>;
}

/** A started backend with its repositories. */
export interface World {
  backend: TestBackend;
  git(...args: string[]): Promise<string>;
  branches(): Promise<string[]>;
  /** Runs a task to its end. */
  run(
    name: string,
    options: { template: string; values: Record<string, unknown> },
  ): Promise<TaskEnd>;
  /** Dry-runs a template of the caller's own. */
  dryRun(
    name: string,
    options: { steps: Step[]; values: Record<string, unknown> },
  ): Promise<{ status: number; body: any }>;
  post(name: string, path: string, body: object): request.Test;
  /** Commits to the main branch, as somebody beside the portal. */
  push(files: Record<string, string>): Promise<void>;
  remove(): Promise<void>;
}

export async function createWorld(
  options: { templates?: ReturnType<typeof template>[] } = {},
): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'fairway-iac-'));
  const host = await LocalGitHost.create({ root });
  const commit = (files: Record<string, string>, ...tags: string[]) => ({
    message: 'Begin',
    author: { name: 'Platform', email: 'platform@acme.example' },
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    tags,
  });
  const create = (repoUrl: string, ...commits: ReturnType<typeof commit>[]) =>
    host.createRepository(parseRepoUrl(repoUrl), { commits });
  await create(LIVE, commit(LIVE_FILES));
  const database = 'modules/postgres-database/main.tf';
  await create(
    MODULES,
    commit({ [database]: MODULE_VERSIONS['v1.0.0'] }, 'v1.0.0'),
    commit(
      {
        'iac-catalog.yaml': CATALOG,
        [database]: MODULE_VERSIONS['v1.1.0'],
        'modules/network/main.tf': variable('name'),
      },
      'v1.1.0',
    ),
  );
  await create(
    'local?owner=acme&repo=secrets',
    commit({ 'README.md': 'No.\n' }),
  );
  await writeFile(join(root, 'policy.yaml'), POLICY);

  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleIac,
      selfServicePlugin,
      ownershipPlugin,
      catalogServiceMock.factory({
        entities: [
          user('pia', 'payments'),
          user('nia', 'netops'),
          user('pat', 'platform'),
          ...['payments', 'netops', 'platform'].map(group),
          ...(options.templates ?? []),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.acme.example' },
          backend: { workingDirectory: root },
          ownership: { policy: { file: join(root, 'policy.yaml') } },
          selfService: {
            repositories: [{ repoUrl: LIVE, apply: 'none' }],
            modules: { repoUrl: MODULES, source: SOURCE },
            local: { root },
          },
        },
      }),
    ],
  });

  const as = (name: string) =>
    mockCredentials.user.header(`user:default/${name}`);
  const gitDir = join(root, 'acme', 'infrastructure-live.git');
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', ['-C', gitDir, ...args])).stdout;
  const post = (name: string, path: string, body: object) =>
    request(backend.server)
      .post(`/api/${path}`)
      .set('Authorization', as(name))
      .send(body);

  return {
    backend,
    git,
    post,
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
    run: async (name, task) => {
      const started = await post(name, 'scaffolder/v2/tasks', {
        templateRef: `template:default/${task.template}`,
        values: task.values,
      });
      if (started.status !== 201) throw new Error(started.text);
      const taskId: string = started.body.id;
      // The stream of events ends when the task does.
      const events = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${taskId}/eventstream`)
        .set('Authorization', as(name));
      const ended = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${taskId}`)
        .set('Authorization', as(name));
      const completion = events.text
        .split('\n')
        .filter(line => line.startsWith('data: '))
        .map(line => JSON.parse(line.slice('data: '.length)))
        .find(event => event.type === 'completion');
      return {
        taskId,
        status: ended.body.status,
        log: events.text.replaceAll('\\n', '\n').replaceAll('\\"', '"'),
        output: completion?.body.output?.result ?? {},
      };
    },
    dryRun: (name, dry) =>
      post(name, 'scaffolder/v2/dry-run', {
        template: template('inline', dry.steps),
        values: dry.values,
        secrets: {},
        directoryContents: [],
      }),
    push: async files => {
      const repository = parseRepoUrl(LIVE);
      const baseSha = (await host.resolve(repository, 'main'))!;
      const { commitSha } = await host.commit(repository, {
        ...commit(files),
        branch: `pushed-${baseSha}`,
        baseSha,
        trailers: [],
      });
      await git('update-ref', 'refs/heads/main', commitSha, baseSha);
    },
    remove: async () => {
      await backend.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
