// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Who may ask for what, and who has a word in it.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { viewerOf } from '../__testUtils__/examples';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { World } from './__testUtils__/World';
import { createPasswordDesk } from './passwordDesk';

jest.setTimeout(120_000);

const BUNDLED: KafkaRequestKind[] = [
  'kafka.topic',
  'kafka.grant',
  'kafka.subject',
  'kafka.credential',
  'kafka.client-quota',
];
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('who may ask', () => {
  let opened: OpenCluster;
  let world: World;
  beforeAll(async () => {
    opened = await openCluster();
    world = await World.create(await databases.init('SQLITE_3'), opened);
    await world.done('kafka.topic', {
      operation: 'create',
      instance: 'orders@dev',
      name: 'orders.a',
    });
    await opened.admin.createTopics([
      { name: 'orphan', partitions: 1, replicationFactor: 1, configs: {} },
    ]);
    const [orphan] = await opened.admin.listTopics();
    await world.stores.topics.setObserved('dev', [
      { ...orphan, name: 'orphan' },
    ]);
  });
  afterAll(() => opened?.close());

  const instance = 'orders@dev';
  const patterns = [{ type: 'TOPIC', pattern: 'LITERAL', name: 'orphan' }];
  const name = 'orders.a';
  const OF_ORDERS: [KafkaRequestKind, object][] = [
    ['kafka.topic', { operation: 'create', instance, name: 'orders.b' }],
    [
      'kafka.topic',
      { operation: 'config', name, set: { 'retention.ms': '1' } },
    ],
    ['kafka.topic', { operation: 'partitions', name, partitions: 5 }],
    ['kafka.topic', { operation: 'delete', name, typedName: name }],
    [
      'kafka.topic',
      { operation: 'protection', name, deletionProtection: true },
    ],
    [
      'kafka.subject',
      {
        operation: 'register',
        instance,
        name: 'orders.a-value',
        format: 'AVRO',
        schema: '"string"',
      },
    ],
    ['kafka.limits', { instance, limits: { topics: 3 } }],
    ['kafka.client-quota', { instance, quota: { producerByteRate: 1 } }],
    ['kafka.credential', { operation: 'create', instance, username: 'orders' }],
    ['kafka.ownership-claim', { instance, patterns }],
    [
      'kafka.ownership-transfer',
      {
        from: instance,
        to: 'payments@dev',
        patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
      },
    ],
    [
      'kafka.grant',
      {
        operation: 'create',
        grantee: instance,
        access: 'PRODUCE',
        topic: { pattern: 'LITERAL', name: 'payments.x' },
      },
    ],
    [
      'kafka.application',
      {
        operation: 'update',
        name: 'orders',
        displayName: 'Orders',
        ownerRef: 'group:default/orders',
        componentRef: 'component:default/orders',
      },
    ],
  ];

  it.each(OF_ORDERS)(
    'asks for %s %j only as its owner',
    async (kind, payload) => {
      await expect(world.preview(kind, payload, 'pia')).rejects.toMatchObject({
        code: 'kafka-not-owner',
      });
      expect(await world.preview(kind, payload, 'otto')).toBeDefined();
      world.denied.add('user:default/otto');
      await expect(world.preview(kind, payload, 'otto')).rejects.toMatchObject({
        code: 'kafka-denied',
      });
      world.denied.clear();
    },
  );

  it.each(OF_ORDERS.filter(([kind]) => BUNDLED.includes(kind)))(
    'asks in a bundle for %s %j only as its owner',
    async (kind, payload) => {
      const items = [
        {
          kind: 'kafka.topic',
          payload: {
            operation: 'create',
            instance: 'payments@dev',
            name: 'payments.own',
          },
        },
        { kind, payload },
      ];
      await expect(
        world.preview('kafka.bundle', { items }, 'pia'),
      ).rejects.toMatchObject({ code: 'kafka-not-owner' });
    },
  );

  it.each([
    { operation: 'delete', name: 'orphan', typedName: 'orphan' },
    { operation: 'config', name: 'orphan', set: { 'retention.ms': '1' } },
    { operation: 'protection', name: 'orphan', deletionProtection: true },
  ])('takes nobody for the owner of an orphan: %j', async payload => {
    await expect(world.preview('kafka.topic', payload)).rejects.toMatchObject({
      code: 'topic-orphan',
    });
  });

  it.each<[KafkaRequestKind, object, string[]]>([
    ['kafka.limits', { instance, limits: { topics: 3 } }, ['administrators']],
    [
      'kafka.client-quota',
      { instance, quota: { producerByteRate: 1 } },
      ['administrators'],
    ],
    ['kafka.ownership-claim', { instance, patterns }, ['administrators']],
    [
      'kafka.ownership-transfer',
      {
        from: instance,
        to: 'payments@dev',
        patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
      },
      ['owner of payments@dev'],
    ],
    ['kafka.topic', { operation: 'partitions', name, partitions: 5 }, []],
  ])('puts %s %j before its deciders', async (kind, payload, further) => {
    const { approval } = await world.preview(kind, payload);
    const stages = approval.mode === 'stages' ? approval.stages : [];
    // The same group is asked once.
    const expected = further.includes('administrators') ? [] : further;
    expect(stages.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['platform', ...expected]),
    );
  });

  it('takes nobody for the owner of a grant whose instances are gone', async () => {
    await world.stores.grants.put([
      {
        id: 'left',
        environment: 'dev',
        owner: 'gone@dev',
        grantee: 'away@dev',
        access: 'PRODUCE',
        topic: { pattern: 'LITERAL', name: 'gone.a' },
        applied: true,
      },
    ]);
    const revoke = { grant: 'left' };
    await expect(
      world.preview('kafka.revoke', revoke, 'otto'),
    ).rejects.toMatchObject({ code: 'kafka-not-owner' });
    expect(await world.preview('kafka.revoke', revoke, 'ada')).toBeDefined();
  });

  it('shows in the preview that another request asks for the name', async () => {
    await world.ask('kafka.topic', {
      operation: 'create',
      instance,
      name: 'orders.wanted.x',
    });
    const other = { operation: 'create', instance, name: 'orders.wanted_x' };
    await expect(
      world.preview('kafka.topic', other, 'olga'),
    ).rejects.toMatchObject({ code: 'topic-name-pending' });
    await expect(
      world.ask('kafka.topic', other, { by: 'olga' }),
    ).rejects.toMatchObject({
      code: 'resource-busy',
      details: { openRequest: { number: expect.any(Number) } },
    });
  });

  it('shows no password to whoever left the team, and keeps it for another try while the cluster is away', async () => {
    const { id } = await world.done('kafka.credential', {
      operation: 'create',
      instance,
      username: 'orders',
    });
    const desk = createPasswordDesk(world.parts);
    const otto = viewerOf({
      userRef: 'user:default/otto',
      refs: ['user:default/otto', 'group:default/orders'],
    });
    await expect(
      desk.take(id, { ...otto, refs: ['user:default/otto'] }),
    ).rejects.toMatchObject({ code: 'kafka-not-owner' });
    world.away = opened.unreachable;
    await expect(desk.take(id, otto)).rejects.toMatchObject({
      code: 'kafka-unreachable',
    });
    world.away = undefined;
    expect((await desk.take(id, otto)).password).toHaveLength(43);
  });
});
