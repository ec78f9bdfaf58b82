// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The plugin in a backend of its own, with the real ownership backend beside it and clusters inside of it; what people
// and services do to it is done over HTTP.
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the real one answers here
import ownershipPlugin from '@fairway/backstage-plugin-ownership-backend';
import type { RequestDetail } from '@fairway/requests-common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import kafkaSelfServePlugin from '../index';

const POLICY = `
apiVersion: ownership/v1
kind: OwnershipPolicy
metadata: { name: acme }
defaults: { decision: deny, unguarded: [service.plan], unmanaged: { read: allow, other: deny } }
teams:
  platform: { groups: [group:default/platform] }
  data: { groups: [group:default/data-platform] }
  orders: { groups: [group:default/orders] }
  payments: { groups: [group:default/payments] }
environments:
  dev: { tier: nonprod, owners: [platform], accounts: ['111111111111'] }
  prod: { tier: prod, owners: [platform], accounts: ['333333333333'] }
dataStores:
  kafka-dev: { environment: dev, owners: [data] }
  kafka-prod: { environment: prod, owners: [data] }
services:
  orders-api: { owners: [orders] }
rules:
  - { id: ask-dev, effect: allow, to: ['team:orders', 'team:payments', 'team:platform', 'team:data'], actions: [store.request], in: [dev], on: ['store:*'] }
  - { id: ask-prod, effect: allow, to: ['team:orders', 'team:platform', 'team:data'], actions: [store.request], in: [prod], on: ['store:*'] }
approvals:
  - { id: dev-auto, actions: [store.request], in: [dev], on: ['store:*'], mode: auto }
  - { id: prod-data, actions: [store.request], in: [prod], on: ['store:*'], stages: [{ from: ['owner:store'], count: 1 }] }
layout: []
`;

const user = (name: string, group: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: `group:default/${group}` }],
});

const GROUPS = ['orders', 'payments', 'platform', 'data-platform', 'guests'];

/** Olga and Otto are of orders, Pia of payments, Dan of the data platform, Pat of platform, Gus of nothing that owns anything. */
export const PEOPLE: Entity[] = [
  user('olga', 'orders'),
  user('otto', 'orders'),
  user('pia', 'payments'),
  user('dan', 'data-platform'),
  user('pat', 'platform'),
  user('gus', 'guests'),
  ...GROUPS.map(
    (name): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
      relations: [],
    }),
  ),
];

export const ENVIRONMENTS = ['dev', 'prod'].map((name, order) => ({
  name,
  displayName: name,
  order,
  environment: name,
  store: `kafka-${name}`,
  connection: name,
  schemaRegistry: name,
  defaults: { partitions: 2, replicationFactor: 1 },
}));

const CLUSTERS = Object.fromEntries(
  [...ENVIRONMENTS, { name: 'spare' }].map(({ name }) => [
    name,
    { embedded: true, clusterId: `cluster-${name}`, brokers: 1 },
  ]),
);

type Who = string;
export type Portal = Awaited<ReturnType<typeof startPortal>>;

export async function startPortal(
  options: {
    /** Over the keys of `kafkaSelfServe`. */
    settings?: JsonObject;
    /** Without the ownership plugin and its policy. */
    alone?: boolean;
  } = {},
) {
  const root = await mkdtemp(join(tmpdir(), 'fairway-kafka-'));
  const file = join(root, 'policy.yaml');
  await writeFile(file, POLICY);
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: jest.fn(),
    fail: jest.fn(),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async asked => asked.map(() => ({ result: 'ALLOW' as never })),
    authorizeConditional: async asked =>
      asked.map(() => ({ result: 'ALLOW' as never })),
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      kafkaSelfServePlugin,
      ...(options.alone ? [] : [ownershipPlugin]),
      catalogServiceMock.factory({ entities: PEOPLE }),
      // Whoever sends no token is nobody.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.test' },
          ...(!options.alone && { ownership: { policy: { file } } }),
          kafkaSelfServe: {
            administrators: ['group:default/platform'],
            clusters: CLUSTERS,
            environments: ENVIRONMENTS,
            worker: { poll: { milliseconds: 50 } },
            ...options.settings,
          },
        },
      }),
      auditor.factory,
      permissions.factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  let keys = 0;

  const send = (who: Who, method: string, path: string, body?: object) => {
    const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    const call = request(backend.server)[verb](`/api/kafka-self-serve${path}`);
    if (who === 'service') {
      call.set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'kafka-self-serve',
        }),
      );
    } else if (who !== 'nobody') {
      call.set(
        'Authorization',
        mockCredentials.user.header(`user:default/${who}`),
      );
    }
    return body === undefined ? call : call.send(body);
  };
  const get = (who: Who, path: string) => send(who, 'get', path);
  const post = (who: Who, path: string, body: object = {}) =>
    send(who, 'post', path, body);

  const until = async <T>(
    look: () => Promise<T>,
    condition: (found: T) => boolean,
  ): Promise<T> => {
    const end = Date.now() + 15_000;
    for (;;) {
      const found = await look();
      if (condition(found)) return found;
      if (Date.now() > end) {
        throw new Error(`It did not come to it: ${JSON.stringify(found)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 30));
    }
  };

  const submit = async (
    who: Who,
    kind: string,
    payload: object,
  ): Promise<RequestDetail> => {
    const { body } = await post(who, '/requests', {
      kind,
      payload,
      submit: 'now',
      justification: 'Needed',
      idempotencyKey: `test-${keys++}`,
    });
    if (body.error) throw new Error(JSON.stringify(body.error));
    return body.request;
  };

  const approve = async (who: Who, { id }: { id: string }) => {
    const { body: seen } = await get(who, `/requests/${id}`);
    return post(who, `/requests/${id}/approve`, {
      planDigest: seen.planDigest,
    });
  };

  const ended = (who: Who, { id }: { id: string }): Promise<RequestDetail> =>
    until(
      async () => (await get(who, `/requests/${id}`)).body,
      found =>
        ['succeeded', 'failed', 'partially-applied'].includes(found.execution),
    );

  return {
    auditor,
    backend,
    permissions,
    scheduler,
    send,
    get,
    post,
    until,
    submit,
    approve,
    ended,
    async stop() {
      await backend.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
