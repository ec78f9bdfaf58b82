// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { viewerOf } from '../__testUtils__/examples';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import {
  at,
  code,
  pia,
  stranger,
  useReading,
} from './__testUtils__/useReading';

jest.setTimeout(60_000);

describeWithCluster('reading a cluster', () => {
  const { world, reading, sync } = useReading();

  it('lists what a sync has seen, with its age, owner and lag', async () => {
    expect(await sync()).toEqual({
      environment: 'dev',
      asOf: '2026-11-23T02:00:00.000Z',
      reachable: true,
    });
    const page = await reading().topics({ environment: ['dev'] }, pia);
    expect(page).toMatchObject({
      total: 2,
      snapshots: [{ environment: 'dev', reachable: true }],
      items: [
        { name: 'left.over', partitions: 1 },
        {
          name: 'orders.created',
          phase: 'ready',
          instance: 'orders@dev',
          ownerRef: 'group:default/orders',
          shown: { 'retention.ms': '3600000' },
        },
      ],
    });
    expect((await reading().groups({}, pia)).items).toMatchObject([
      {
        groupId: 'orders.mail',
        state: 'EMPTY',
        topics: ['orders.created'],
        lag: '2',
        application: 'orders',
      },
    ]);
  });

  it('shows a topic as the cluster has it now, and who may change it', async () => {
    await sync();
    await world().admin.alterTopicConfigs([
      { topic: 'orders.created', set: { 'cleanup.policy': 'compact' } },
    ]);
    const topic = await reading().topic(at('orders.created'), pia);
    expect(topic.live).toBe(true);
    expect(topic.configs).toContainEqual(
      expect.objectContaining({
        name: 'cleanup.policy',
        value: 'compact',
        source: 'override',
      }),
    );
    expect(topic.layout[0]).toMatchObject({ start: '0', end: '3' });
    expect(topic.groups).toMatchObject([{ groupId: 'orders.mail', lag: '2' }]);
    expect(topic.access.owners).toEqual(['User:orders']);
    expect(topic.actions.config).toEqual({ allowed: true });
    const seen = await reading().topic(at('orders.created'), stranger);
    expect(seen.actions.config).toMatchObject({
      allowed: false,
      because: expect.stringContaining('group:default/orders'),
    });
    expect(seen.actions['request-access']).toEqual({ allowed: true });
  });

  it('answers from the snapshot while the brokers are away, and keeps why', async () => {
    await sync();
    world().goAway();
    world().clock.now = new Date('2026-11-23T03:00:00.000Z');
    expect(await sync()).toMatchObject({
      asOf: '2026-11-23T02:00:00.000Z',
      reachable: false,
      message: expect.stringContaining('connection refused'),
    });
    const topic = await reading().topic(at('orders.created'), pia);
    expect(topic).toMatchObject({
      live: false,
      snapshot: { reachable: false },
      shown: { 'retention.ms': '3600000' },
    });
    expect(
      (await world().stores.environments.get('dev'))?.status,
    ).toMatchObject({
      reachable: false,
      lastSync: '2026-11-23T02:00:00.000Z',
    });
  });

  it('takes no other cluster for the one that was set up', async () => {
    const environment = await world().stores.environments.get('dev');
    await world().stores.environments.update({
      ...environment!,
      clusterId: 'another',
    });
    expect(await sync()).toMatchObject({
      reachable: false,
      message: expect.stringContaining('"another"'),
    });
    expect((await reading().topics({}, pia)).total).toBe(0);
  });

  it('hides what is in an environment, or of an instance, that the viewer may not see', async () => {
    await sync();
    const elsewhere = viewerOf({ environments: ['prod'] });
    const without = viewerOf({ hiddenInstances: ['orders@dev'] });
    for (const viewer of [elsewhere, without]) {
      await expect(
        reading().topic(at('orders.created'), viewer),
      ).rejects.toEqual(code('kafka-not-found'));
      await expect(
        reading().group({ environment: 'dev', groupId: 'orders.mail' }, viewer),
      ).rejects.toEqual(code('kafka-not-found'));
    }
    const only = viewerOf({
      criteria: { not: { field: 'name', values: ['orders.created'] } },
    });
    await expect(reading().topic(at('orders.created'), only)).rejects.toEqual(
      code('kafka-not-found'),
    );
  });

  it('shows where a group stands, and where a reset would put it', async () => {
    await sync();
    const group = await reading().group(
      { environment: 'dev', groupId: 'orders.mail' },
      pia,
    );
    expect(group).toMatchObject({
      live: true,
      state: 'EMPTY',
      actions: { reset: { allowed: true } },
      history: [{ at: '2026-11-23T02:00:00.000Z', lag: '2' }],
    });
    expect(group.partitions).toContainEqual(
      expect.objectContaining({ partition: 0, committed: '1', lag: '2' }),
    );
    const preview = await reading().offsetPreview(
      {
        environment: 'dev',
        instance: 'orders@dev',
        group: 'orders.mail',
        strategy: { kind: 'shift', by: 100 },
        topics: [{ name: 'orders.created', partitions: [0] }],
      },
      pia,
    );
    expect(preview.moves).toEqual([
      {
        topic: 'orders.created',
        partition: 0,
        before: '1',
        after: '3',
        requested: '101',
        records: '2',
        lag: '0',
      },
    ]);
    expect(preview.problems.map(each => each.code)).toEqual(['offset-clamped']);
  });

  it('makes entities of what somebody owns', async () => {
    await world().registry.register('orders.created-value', {
      format: 'AVRO',
      schema: '{"type":"string"}',
    });
    await sync();
    const { entities } = await reading().entities();
    expect(entities).toMatchObject([
      {
        kind: 'Resource',
        metadata: { name: 'kafka-dev-orders.created' },
        spec: { type: 'kafka-topic', owner: 'group:default/orders' },
      },
      {
        kind: 'API',
        spec: {
          type: 'avro',
          definition: '{"type":"string"}',
          dependsOn: ['resource:default/kafka-dev-orders.created'],
        },
      },
    ]);
  });
});
