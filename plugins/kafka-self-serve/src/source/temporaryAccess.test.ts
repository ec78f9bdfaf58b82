// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  GrantView,
  KafkaPage,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { environmentRouteRef, topicRouteRef } from '../routes';
import { temporaryAccess } from './temporaryAccess';

const NO = { allowed: false } as const;
const grant = (changes: Partial<GrantView>): GrantView => ({
  id: 'one',
  environment: 'prod',
  owner: 'orders-prod',
  grantee: 'payments-prod',
  access: 'CONSUME',
  topic: { pattern: 'LITERAL', name: 'orders.created' },
  expiresAt: '2026-12-01T10:00:00.000Z',
  state: 'ending',
  granteeRef: 'group:default/payments',
  actions: { renew: NO, revoke: NO } as unknown as GrantView['actions'],
  ...changes,
});

const routes = {
  resolve: (ref: unknown) => (parameters: Record<string, string>) => {
    if (ref === topicRouteRef) {
      return `/topics/${parameters.environment}/${parameters.name}`;
    }
    return ref === environmentRouteRef
      ? `/environments/${parameters.name}`
      : undefined;
  },
} as Parameters<typeof temporaryAccess>[0]['routes'];

describe('temporaryAccess', () => {
  it('is every grant that is about to end, over all pages, with the page of what it covers', async () => {
    const pages = new Map<string | undefined, KafkaPage<GrantView>>([
      [undefined, { items: [grant({})], snapshots: [], nextCursor: 'more' }],
      [
        'more',
        {
          snapshots: [],
          items: [
            grant({
              id: 'two',
              topic: { pattern: 'PREFIXED', name: 'orders.' },
              granteeRef: undefined,
            }),
          ],
        },
      ],
    ]);
    const asked: unknown[] = [];
    const found = await temporaryAccess({
      kafka: {
        grants: async query => {
          asked.push(query?.state);
          return pages.get(query?.cursor)!;
        },
      },
      routes,
      titleOf: ({ grantee, topic }) => `${grantee} ${topic.name}`,
    });
    expect(asked).toEqual([['ending'], ['ending']]);
    expect(found).toEqual([
      {
        id: 'one',
        environment: 'prod',
        title: 'payments-prod orders.created',
        holderRefs: ['group:default/payments'],
        expiresAt: '2026-12-01T10:00:00.000Z',
        page: '/topics/prod/orders.created',
      },
      expect.objectContaining({
        id: 'two',
        holderRefs: [],
        page: '/environments/prod',
      }),
    ]);
  });
});
