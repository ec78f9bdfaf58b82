// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Runs one action in a workspace that the test holds, against the running backends of a world.
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { SelfService } from '../SelfService';
import type { World } from './world';

export function selfServiceOf(world: World): SelfService {
  const { port } = world.backend.server.address() as AddressInfo;
  return SelfService.create({
    auth: mockServices.auth({ pluginId: 'scaffolder' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://localhost:${port}/api/${pluginId}`,
    }),
  });
}

/** A workspace of one task. */
export interface Task {
  workspace: string;
  read(path: string): Promise<string>;
  write(path: string, content: string): Promise<void>;
  run(
    action: TemplateAction<any, any, any>,
    input: object,
    options?: {
      as?: string;
      credentials?: BackstageCredentials;
      isDryRun?: boolean;
      signal?: AbortSignal;
    },
  ): Promise<Record<string, any>>;
  remove(): Promise<void>;
}

let tasks = 0;

export async function newTask(): Promise<Task> {
  const workspace = await mkdtemp(join(tmpdir(), 'fairway-workspace-'));
  const id = `task-${Date.now()}-${tasks++}`;
  const kept = new Map<string, unknown>();
  return {
    workspace,
    read: path => readFile(join(workspace, path), 'utf8'),
    async write(path, content) {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), content);
    },
    async run(action, input, options = {}) {
      const { as = 'pia', signal, isDryRun = false } = options;
      const ref = `user:default/${as}`;
      const credentials = options.credentials ?? mockCredentials.user(ref);
      const output: Record<string, unknown> = {};
      await action.handler({
        ...createMockActionContext({ workspacePath: workspace, task: { id } }),
        input,
        isDryRun,
        signal,
        user: { ref },
        templateInfo: { entityRef: 'template:default/test' },
        getInitiatorCredentials: async () => credentials,
        output: (name: string, value: unknown) => {
          output[name] = value;
        },
        checkpoint: async ({
          key,
          fn,
        }: {
          key: string;
          fn: () => Promise<unknown>;
        }) => {
          if (!kept.has(key)) kept.set(key, await fn());
          return kept.get(key);
        },
      } as never);
      return output;
    },
    remove: () => rm(workspace, { recursive: true, force: true }),
  };
}
