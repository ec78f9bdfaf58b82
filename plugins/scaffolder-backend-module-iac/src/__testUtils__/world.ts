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
import { LocalGitHost, parseRepoUrl } from '@fairway/git-host';
import request from 'supertest';
import scaffolderModuleIac from '..';
import {
  CATALOG,
  LIVE,
  LIVE_FILES,
  MODULE_VERSIONS,
  MODULES,
  policyOf,
  SOURCE,
  variable,
} from './repositories';
import { type Step, template } from './templates';

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

export const repoUrlOf = ({ host, owner, repo }: GitHubRepository) =>
  `${host}?owner=${owner}&repo=${repo}`;

const integrationOf = ({ host, apiBaseUrl, token }: GitHubRepository) => ({
  ...{ host, apiBaseUrl, token },
});

/** Nobody is there; what is approved waits for it. */
const RECEIVER = { type: 'webhook', url: 'https://jobs.acme.invalid/' };

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

/** A repository on a GitHub that the world may write, beside its local ones; the policy is then about that one. */
export interface GitHubRepository {
  host: string;
  apiBaseUrl: string;
  token: string;
  owner: string;
  repo: string;
}

export async function createWorld(
  options: {
    templates?: ReturnType<typeof template>[];
    github?: GitHubRepository;
  } = {},
): Promise<World> {
  const { github } = options;
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
  await writeFile(
    join(root, 'policy.yaml'),
    policyOf(github?.repo ?? 'infrastructure-live'),
  );

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
          integrations: { github: github ? [integrationOf(github)] : [] },
          selfService: {
            repositories: [LIVE, ...(github ? [repoUrlOf(github)] : [])].map(
              repoUrl => ({ repoUrl, apply: 'none' }),
            ),
            modules: { repoUrl: MODULES, source: SOURCE },
            local: { root },
            newRepositories: [
              { host: 'local', owner: 'acme', environment: 'dev' },
            ],
            dispatch: {
              redeploy: RECEIVER,
              notebook: { ...RECEIVER, title: 'Notebook' },
            },
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
