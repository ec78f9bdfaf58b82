// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { DEV, LIVE, SOURCE } from '../__testUtils__/repositories';
import { unitStep } from '../__testUtils__/templates';
import { createWorld, type World } from '../__testUtils__/world';
import { SelfService } from '../SelfService';
import { createProposeChangeAction } from './createProposeChangeAction';
import { examples } from './createProposeChangeAction.examples';

jest.setTimeout(60_000);

type Action = ReturnType<typeof createProposeChangeAction>;
type Context = Parameters<Action['handler']>[0];

let world: World;
let workspace: string;
let action: Action;
const pia = mockCredentials.user('user:default/pia');

const UNIT = `include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "${SOURCE}//modules/postgres-database?ref=v1.1.0"
}

inputs = {}
`;

beforeAll(async () => {
  world = await createWorld();
  const { port } = world.backend.server.address() as AddressInfo;
  action = createProposeChangeAction({
    config: new ConfigReader({ app: { baseUrl: 'http://portal.test/' } }),
    selfService: SelfService.create({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId =>
          `http://localhost:${port}/api/${pluginId}`,
      }),
    }),
  });
});

afterAll(() => world.remove());

beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'fairway-workspace-'));
});

afterEach(() => rm(workspace, { recursive: true, force: true }));

async function write(path: string, content: string | Buffer) {
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), content);
}

/** Runs the step once; checkpoints are kept in `kept`, as the scaffolder keeps them in its database. */
async function run(options: {
  taskId: string;
  kept?: Map<string, unknown>;
  credentials?: BackstageCredentials;
  signal?: AbortSignal;
}) {
  const { taskId, kept = new Map(), credentials = pia, signal } = options;
  const output: Record<string, unknown> = {};
  const context: ActionContext<Context['input']> = {
    ...createMockActionContext<Context['input']>({
      workspacePath: workspace,
      task: { id: taskId },
      input: { repoUrl: LIVE, title: 'Order', submit: 'now' },
    }),
    signal,
    getInitiatorCredentials: async () => credentials,
    output: (name, value) => {
      output[name] = value;
    },
    checkpoint: async ({ key, fn }) => {
      if (!kept.has(key)) kept.set(key, await fn());
      return kept.get(key) as never;
    },
  };
  await action.handler(context as unknown as Context);
  return output;
}

describe('git:change:propose', () => {
  it.each(examples.map(({ description, example }) => [description, example]))(
    'runs its example: %s',
    async (_, example) => {
      const { body } = await world.dryRun('pia', {
        steps: [unitStep(), ...parse(example).steps],
        values: { name: 'example-db' },
      });
      expect(body.error).toBeUndefined();
      expect(body.output.result.diff).toContain('+  name = "example-db"');
    },
  );

  it('is the same change when the step runs again, with or without its checkpoint', async () => {
    await write(`${DEV}/again-db/terragrunt.hcl`, UNIT);
    const kept = new Map();

    const first = await run({ taskId: 'task-1', kept });
    // The process died before the checkpoint was kept.
    const second = await run({ taskId: 'task-1' });
    // The task was recovered elsewhere, without its workspace.
    await rm(join(workspace, 'live'), { recursive: true });
    const third = await run({ taskId: 'task-1', kept });

    expect(first).toMatchObject({
      action: 'created',
      requestUrl: `http://portal.test/self-service/requests/${first.requestId}`,
    });
    expect(second).toEqual({ ...first, action: 'unchanged' });
    expect(third).toEqual(first);
    expect([...kept.values()]).toEqual([
      { id: first.requestId, action: 'created' },
    ]);
    expect(
      (await world.branches()).filter(name => name.includes('again-db')),
    ).toEqual([first.branchName]);
  });

  it('keeps no decision in its checkpoint: who may not read the change is refused', async () => {
    await write(`${DEV}/kept-db/terragrunt.hcl`, UNIT);
    const kept = new Map();
    await run({ taskId: 'task-2', kept });
    await expect(
      run({
        taskId: 'task-2',
        kept,
        credentials: mockCredentials.user('user:default/nia'),
      }),
    ).rejects.toMatchObject({ code: 'request-not-readable' });
  });

  it('is refused without a workspace and without a checkpoint', async () => {
    await expect(run({ taskId: 'task-3' })).rejects.toMatchObject({
      code: 'workspace-empty',
      message: expect.stringContaining('"task-3"'),
    });
  });

  it('acts for people only', async () => {
    await write(`${DEV}/service-db/terragrunt.hcl`, UNIT);
    await expect(
      run({ taskId: 'task-4', credentials: mockCredentials.service() }),
    ).rejects.toMatchObject({ code: 'user-required' });
  });

  it('writes nothing once the task is cancelled', async () => {
    await write(`${DEV}/cancelled-db/terragrunt.hcl`, UNIT);
    await expect(
      run({ taskId: 'task-5', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(await world.branches()).not.toContainEqual(
      expect.stringContaining('cancelled-db'),
    );
  });

  it.each<[string, () => Promise<void>, string]>([
    [
      'a symbolic link',
      async () => {
        await write(`${DEV}/x/README.md`, 'x');
        await symlink('/etc/hostname', join(workspace, DEV, 'x', 'link.md'));
      },
      `"${DEV}/x/link.md", which is a symbolic link`,
    ],
    [
      'a linked folder',
      () => symlink(tmpdir(), join(workspace, 'live')),
      '"live", which is a symbolic link',
    ],
    [
      'a file that is not text',
      () => write('logo.png', Buffer.from([0x89, 0x50, 0xff])),
      '"logo.png" of the workspace is not UTF-8 text',
    ],
    [
      'a large file',
      () => write('big.md', 'x'.repeat(300_000)),
      '"big.md" of the workspace has 300000 bytes',
    ],
    [
      'too many files',
      async () => {
        for (let index = 0; index < 101; index++) await write(`${index}`, '');
      },
      'more than 100 files',
    ],
  ])('refuses %s by name', async (_, prepare, words) => {
    await prepare();
    await expect(run({ taskId: 'task-6' })).rejects.toThrow(words);
  });
});
