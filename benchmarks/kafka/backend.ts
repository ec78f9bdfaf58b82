// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The whole Kafka plugin in a backend that verifies a signed user token on every call and asks a permission policy.
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { createBackendModule } from '@backstage/backend-plugin-api';
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

export interface KafkaBackend {
  call<T>(
    as: string,
    path: string,
    body?: object,
  ): Promise<{ tookMs: number; answer: T }>;
  stop(): Promise<void>;
}

export async function startBackend(options: {
  bootstrapServers: string[];
}): Promise<KafkaBackend> {
  const identity = createIdentity();
  const backend = await startTestBackend({
    features: [
      kafkaSelfServePlugin,
      permissionPlugin,
      allowAll,
      identity.feature,
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
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
    stop: () => backend.stop(),
  };
}
