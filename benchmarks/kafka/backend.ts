// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The whole Kafka plugin in a backend that verifies a signed user token on every call and asks a permission policy.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import kafkaSelfServePlugin from '../../plugins/kafka-self-serve-backend/src';
import { createIdentity } from '../requests/identity';

export const ADMINISTRATOR = 'user:default/root';
export const OWNER = 'user:default/olga';

const user = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

const group = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: [],
});

const allowAll = createBackendModule({
  pluginId: 'permission',
  moduleId: 'allow-all',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async () => ({ result: AuthorizeResult.ALLOW }),
        });
      },
    });
  },
});

/** Runs tasks of the backend when it is told to. */
function schedulerOfTheBackend() {
  let shared: SchedulerService | undefined;
  const feature = createBackendPlugin({
    pluginId: 'bench',
    register(env) {
      env.registerInit({
        deps: { scheduler: coreServices.scheduler },
        async init({ scheduler }) {
          // In tests all plugins have the same one.
          shared = scheduler;
        },
      });
    },
  });
  return { feature, run: async (id: string) => shared?.triggerTask(id) };
}

export interface KafkaBackend {
  call<T>(
    as: string,
    path: string,
    body?: object,
  ): Promise<{ tookMs: number; answer: T }>;
  /** The task that compares every topic that somebody asked for with what is wanted. */
  scanForDrift(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBackend(options: {
  bootstrapServers: string[];
}): Promise<KafkaBackend> {
  const identity = createIdentity();
  // On disk, as in production: in memory the rows would count as the backend's.
  const folder = await mkdtemp(join(tmpdir(), 'fairway-bench-'));
  const tasks = schedulerOfTheBackend();
  const backend = await startTestBackend({
    features: [
      kafkaSelfServePlugin,
      permissionPlugin,
      allowAll,
      identity.feature,
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      databaseServiceFactory,
      tasks.feature,
      catalogServiceMock.factory({
        entities: [
          user('root', 'platform'),
          user('olga', 'orders'),
          group('platform'),
          group('orders'),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.test' },
          backend: {
            database: {
              client: 'better-sqlite3',
              connection: { directory: folder },
            },
          },
          permission: { enabled: true },
          kafkaSelfServe: {
            administrators: ['group:default/platform'],
            clusters: {
              bench: { bootstrapServers: options.bootstrapServers },
            },
            environments: [
              {
                name: 'bench',
                displayName: 'bench',
                order: 1,
                environment: 'bench',
                store: 'kafka-bench',
                connection: 'bench',
                defaults: { partitions: 1, replicationFactor: 1 },
              },
            ],
            worker: { poll: { milliseconds: 50 } },
          },
        },
      }),
    ],
  });
  const base = `http://localhost:${backend.server.port()}/api/kafka-self-serve`;
  const tokens = new Map<string, string>();
  return {
    async call<T>(as: string, path: string, body?: object) {
      const token = tokens.get(as) ?? identity.tokenOf(as);
      tokens.set(as, token);
      const from = performance.now();
      const response = await fetch(`${base}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        body: body && JSON.stringify(body),
      });
      const answer = (await response.json()) as T;
      const tookMs = performance.now() - from;
      if (!response.ok) {
        throw new Error(`${path}: ${JSON.stringify(answer)}`);
      }
      return { tookMs, answer };
    },
    scanForDrift: () => tasks.run('kafka-self-serve-drift'),
    async stop() {
      await backend.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
