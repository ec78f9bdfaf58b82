// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of request, from asking to what the brokers and our books say afterwards.
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  planChanges,
  type TopicSpec,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { outcomeOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { DAY, World } from './__testUtils__/World';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('requests for topics', () => {
  let opened: OpenCluster;
  let world: World;
  beforeEach(async () => {
    opened = await openCluster();
    world = await World.create(await databases.init('SQLITE_3'), opened);
  });
  afterEach(() => opened?.close());

  const topic = async (name: string) =>
    outcomeOf(await opened.admin.describeTopics([name]), name);
  const create = (name: string, more: object = {}) => ({
    operation: 'create',
    instance: 'orders@dev',
    name,
    ...more,
  });
  const DONE = { decision: 'approved', execution: 'succeeded' };

  it('create a topic, and plan nothing for it afterwards', async () => {
    const payload = create('orders.a', { configs: { 'retention.ms': '9' } });
    const request = await world.done('kafka.topic', payload);
    expect(request).toMatchObject({
      ...DONE,
      statusLabel: 'applied and read back',
      title: 'Create the topic orders.a in dev',
      ownerRef: 'group:default/orders',
      resourceRefs: ['kafka:dev/topic/orders_a'],
    });
    expect(await topic('orders.a')).toMatchObject({
      partitions: 2,
      configs: { 'retention.ms': '9' },
    });
    expect(await world.stores.topics.get('dev', 'orders.a')).toMatchObject({
      instance: 'orders@dev',
      phase: 'ready',
      requestId: request.id,
    });
    await expect(
      world.preview('kafka.topic', {
        operation: 'config',
        name: 'orders.a',
        set: { 'retention.ms': '9' },
      }),
    ).rejects.toMatchObject({ code: 'nothing-to-do' });
  });

  it('report every broken rule together, the cluster among them', async () => {
    const asked = world.preview('kafka.topic', {
      ...create('payments..x', { partitions: 0, replicationFactor: 7 }),
      configs: { 'retention.ms': 'long', 'no.such': '1' },
    });
    const error = await asked.catch(thrown => thrown);
    const codes = error.details.problems.map((each: any) => each.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'topic-outside-ownership',
        'partitions-too-few',
        'replication-factor-above-brokers',
        'config-unknown',
      ]),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('change configs and raise partitions', async () => {
    await world.done('kafka.topic', create('orders.a'));
    expect(
      await world.done('kafka.topic', {
        operation: 'config',
        name: 'orders.a',
        set: { 'cleanup.policy': 'compact' },
      }),
    ).toMatchObject(DONE);
    expect(
      await world.done('kafka.topic', {
        operation: 'partitions',
        name: 'orders.a',
        partitions: 5,
      }),
    ).toMatchObject({ ...DONE, risks: [{ code: 'remaps-keys' }] });
    expect(await topic('orders.a')).toMatchObject({
      partitions: 5,
      configs: { 'cleanup.policy': 'compact' },
    });
    const stored = await world.stores.topics.get('dev', 'orders.a');
    expect(stored).toMatchObject({
      phase: 'ready',
      desired: { partitions: 5 },
    });
  });

  it('do a bundle with one decision', async () => {
    const request = await world.done('kafka.bundle', {
      items: [
        { kind: 'kafka.topic', payload: create('orders.a') },
        { kind: 'kafka.topic', payload: create('orders.b') },
        {
          kind: 'kafka.subject',
          payload: {
            operation: 'register',
            instance: 'orders@dev',
            name: 'orders.a-value',
            format: 'AVRO',
            schema: '"string"',
          },
        },
        {
          kind: 'kafka.credential',
          payload: {
            operation: 'create',
            instance: 'orders@dev',
            username: 'orders',
          },
        },
      ],
    });
    expect(request).toMatchObject({ ...DONE, operation: 'bundle' });
    expect(request.steps.map(({ id }) => id)).toEqual([
      'look',
      'topic.create-1',
      'subject.register-1',
      'user.create-1',
      'verify',
    ]);
    expect(await topic('orders.b')).toBeDefined();
  });
  it('change partitions and configs of a topic by one bundle', async () => {
    await world.done('kafka.topic', create('orders.a'));
    const items = [
      {
        kind: 'kafka.topic',
        payload: { operation: 'partitions', name: 'orders.a', partitions: 4 },
      },
      {
        kind: 'kafka.topic',
        payload: {
          operation: 'config',
          name: 'orders.a',
          set: { 'retention.ms': '7' },
        },
      },
    ];
    expect(await world.done('kafka.bundle', { items })).toMatchObject(DONE);
    const spec = { partitions: 4, configs: { 'retention.ms': '7' } };
    expect(await topic('orders.a')).toMatchObject(spec);
    expect(await world.stores.topics.get('dev', 'orders.a')).toMatchObject({
      phase: 'ready',
      desired: spec,
    });
  });

  it('count what a bundle uses up together', async () => {
    await world.done('kafka.limits', {
      instance: 'orders@dev',
      limits: { partitions: 6 },
    });
    await world.done('kafka.topic', create('orders.a'));
    const more = {
      kind: 'kafka.topic',
      payload: { operation: 'partitions', name: 'orders.a', partitions: 4 },
    };
    const another = {
      kind: 'kafka.topic',
      payload: create('orders.b', { partitions: 3 }),
    };
    await expect(
      world.preview('kafka.bundle', { items: [more, another] }),
    ).rejects.toMatchObject({ code: 'limit-partitions' });
    expect(
      await world.preview('kafka.bundle', { items: [more] }),
    ).toMatchObject({ risks: expect.any(Array) });
  });

  it('come to the same digest as long as nothing changes, and to nothing once they are done', async () => {
    const payload = create('orders.a', { configs: { 'retention.ms': '9' } });
    const first = await world.preview('kafka.topic', payload);
    world.pass(DAY);
    const { planDigest } = await world.preview('kafka.topic', payload, 'olga');
    expect(planDigest).toBe(first.planDigest);
    const { plan } = await world.done('kafka.topic', payload);
    const works = plan.works as unknown as { after: TopicSpec }[];
    const touched = { topics: ['orders.a'] };
    const live = { ...touched, acls: true };
    const { observed } = await world.parts.state.load('dev', touched, { live });
    expect(
      planChanges({
        desired: { topics: works.map(({ after }) => after) },
        observed,
      }),
    ).toMatchObject({ outcome: 'planned', plan: { steps: [] } });
  });
});
