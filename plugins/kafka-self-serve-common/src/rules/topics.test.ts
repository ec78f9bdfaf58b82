// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  aTopic,
  aTopicSpec,
  codes,
  ORDERS,
  PROD,
} from '../__testUtils__/examples';
import type { ObservedGroup } from '../model/observed';
import type { TopicCreatePayload } from '../schemas/topics';
import { checkTopicDelete } from './topicDelete';
import {
  checkTopicConfig,
  checkTopicCreate,
  checkTopicPartitions,
  topicSpecOf,
} from './topics';

const payload: TopicCreatePayload = {
  operation: 'create',
  environment: 'prod',
  instance: 'orders@prod',
  name: 'orders.created',
};

const context = {
  environment: PROD,
  brokers: 3,
  instance: ORDERS,
  usage: { topics: 1, partitions: 3, bytes: 0 },
};

describe('a new topic', () => {
  it('takes what is left out from its size, then from the environment', () => {
    const of = (fields: Partial<TopicCreatePayload>) =>
      topicSpecOf({ payload: { ...payload, ...fields }, environment: PROD });
    expect(of({})).toEqual(
      aTopicSpec({ configs: { 'min.insync.replicas': '2' } }),
    );
    expect(of({ size: 'L', configs: { 'retention.ms': '5' } })).toEqual(
      aTopicSpec({
        partitions: 12,
        configs: { 'min.insync.replicas': '2', 'retention.ms': '5' },
      }),
    );
    expect(of({ size: 'S', partitions: 4 })).toMatchObject({
      partitions: 4,
      configs: { 'retention.ms': '86400000' },
    });
  });

  it('is taken when nothing is wrong', () => {
    expect(checkTopicCreate({ ...context, payload })).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    const found = checkTopicCreate({
      ...context,
      payload: {
        ...payload,
        name: 'payments_x',
        size: 'M',
        partitions: 30,
        replicationFactor: 4,
        configs: { 'min.insync.replicas': '5', 'retention.ms': '1' },
      },
      existing: ['payments.x'],
      policies: [
        {
          name: 'keep',
          constraints: [
            {
              kind: 'range',
              field: 'configs.retention.ms',
              min: 1000,
              severity: 'error',
              message: 'Consumers may be down for a while.',
            },
          ],
        },
      ],
      instance: { ...ORDERS, limits: { topics: 1, partitions: 10 } },
    });
    expect(codes(found)).toEqual([
      'topic-name-collides',
      'size-unknown',
      'topic-outside-ownership',
      'partitions-above-limit',
      'replication-factor-above-brokers',
      'min-insync-above-replication',
      'policy-violated',
      'limit-topics',
      'limit-partitions',
    ]);
  });

  it('needs an owner', () => {
    const found = checkTopicCreate({ environment: PROD, payload });
    expect(codes(found)).toEqual(['instance-not-found']);
  });
});

describe('other configs', () => {
  const topic = aTopic({
    observed: aTopicSpec({
      configs: { 'retention.ms': '5', 'cleanup.policy': 'delete' },
    }),
  });
  const check = (
    set: Record<string, string>,
    remove: string[] = [],
    of: typeof topic | undefined = topic,
  ) =>
    checkTopicConfig({
      environment: PROD,
      topic: of,
      payload: {
        operation: 'config',
        environment: 'prod',
        name: 'orders.created',
        set,
        remove,
      },
    });

  it('are judged together with those that stay', () => {
    expect(check({ 'retention.ms': '6' }, ['cleanup.policy'])).toEqual([]);
    expect(check({ 'min.insync.replicas': '4' })).toMatchObject([
      {
        code: 'min-insync-above-replication',
        path: ['set', 'min.insync.replicas'],
      },
    ]);
  });

  it('are either set or removed, and known', () => {
    const found = check({ 'retention.ms': '6' }, ['retention.ms', 'nonsense']);
    expect(codes(found)).toEqual(['config-set-and-removed', 'config-unknown']);
  });

  it('need a topic that is there and owned', () => {
    const set = { 'retention.ms': '6' };
    const orphan = { ...topic, owner: undefined };
    expect(codes(check(set, [], orphan))).toEqual(['topic-orphan']);
    const leaving = { ...topic, phase: 'deleting' as const };
    expect(codes(check(set, [], leaving))).toEqual(['topic-deleting']);
    const missing = { ...topic, observed: undefined };
    expect(codes(check(set, [], missing))).toEqual(['topic-not-found']);
  });
});

describe('another number of partitions', () => {
  const check = (partitions: number, fields = {}) =>
    codes(
      checkTopicPartitions({
        ...context,
        topic: aTopic(),
        payload: {
          operation: 'partitions',
          environment: 'prod',
          name: 'orders.created',
          partitions,
        },
        ...fields,
      }),
    );

  it('is never lower', () => {
    expect(check(2)).toEqual(['partitions-decrease']);
    expect(check(3)).toEqual(['partitions-unchanged']);
    expect(check(6)).toEqual(['partitions-remap-keys']);
  });

  it('keeps the limits of environment and owner', () => {
    const instance = { ...ORDERS, limits: { partitions: 20 } };
    expect(check(25, { instance })).toEqual([
      'partitions-above-limit',
      'partitions-remap-keys',
      'limit-partitions',
    ]);
  });
});

describe('a deletion', () => {
  const group: ObservedGroup = {
    groupId: 'orders-billing',
    state: 'STABLE',
    members: 2,
    topics: ['orders.created'],
  };
  const check = (
    fields: { typedName?: string; graceDays?: number } = {},
    rest: Partial<Parameters<typeof checkTopicDelete>[0]> = {},
  ) =>
    codes(
      checkTopicDelete({
        environment: PROD,
        topic: aTopic(),
        groups: [],
        payload: {
          operation: 'delete',
          environment: 'prod',
          name: 'orders.created',
          typedName: 'orders.created',
          ...fields,
        },
        ...rest,
      }),
    );

  it('is taken with the name typed, nobody reading and no protection', () => {
    expect(check()).toEqual([]);
    const idle = { ...group, state: 'EMPTY', members: 0 } as const;
    const other = { ...group, topics: ['orders.paid'] };
    expect(check({}, { groups: [idle, other] })).toEqual([]);
  });

  it('is refused for all reasons together', () => {
    const found = check(
      { typedName: 'Orders.created', graceDays: 3 },
      { topic: aTopic({ deletionProtection: true }), groups: [group] },
    );
    expect(found).toEqual([
      'topic-delete-name-mismatch',
      'topic-delete-protected',
      'topic-delete-grace',
      'topic-delete-active-group',
    ]);
  });

  it('is refused while the groups are not known, or in a state without members that may get some', () => {
    expect(check({}, { groups: undefined })).toEqual([
      'topic-delete-groups-unknown',
    ]);
    const joining = { ...group, members: 0, state: 'ASSIGNING' } as const;
    expect(check({}, { groups: [joining] })).toEqual([
      'topic-delete-active-group',
    ]);
  });

  it.each([NaN, -1, 31])('has no grace period of %p days', graceDays => {
    expect(check({ graceDays })).toEqual(['topic-delete-grace']);
  });
});
