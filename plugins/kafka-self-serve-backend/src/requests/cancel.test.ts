// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What was approved and is taken back leaves nothing behind that can be put back.
import { TestDatabases } from '@backstage/backend-test-utils';
import { Failpoints } from '@fairway/requests-node';
import { succeededOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { MINUTE, World } from './__testUtils__/World';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('what is taken back', () => {
  let opened: OpenCluster;
  let world: World;
  let boundary: string;
  beforeEach(async () => {
    boundary = 'kafka.bundle.execute.user.create-1.before';
    opened = await openCluster();
    world = await World.create(await databases.init('SQLITE_3'), opened, {
      failpoints: Failpoints.of(name => {
        if (name === boundary) world.away = opened.unreachable;
      }),
    });
    await opened.admin.createTopics([
      {
        name: 'orders.old',
        partitions: 1,
        replicationFactor: 1,
        configs: { 'retention.ms': '5' },
      },
    ]);
  });
  afterEach(() => opened?.close());

  const create = (name: string) => ({
    kind: 'kafka.topic',
    payload: { operation: 'create', instance: 'orders@dev', name },
  });
  const BUNDLE = {
    items: [
      create('orders.empty'),
      create('orders.used'),
      {
        kind: 'kafka.topic',
        payload: {
          operation: 'config',
          name: 'orders.old',
          set: { 'retention.ms': '9' },
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
  };

  it('takes back what it did, and keeps a topic that has records by then', async () => {
    const request = await world.done('kafka.bundle', BUNDLE);
    expect(request).toMatchObject({
      execution: 'waiting',
      statusLabel: 'waits for the cluster',
      steps: [
        { id: 'look', status: 'done' },
        { id: 'topic.create-1', status: 'done' },
        { id: 'topic.configs-1', status: 'done' },
        { id: 'topic.create-2', status: 'done' },
        {
          id: 'user.create-1',
          status: 'waiting',
          waitingFor: expect.stringContaining('cannot be reached'),
        },
        { id: 'verify', status: 'pending' },
      ],
    });
    await opened.messages.produce('orders.used', ['kept']);
    await world.engine.service.cancel(request.id, {}, world.caller('otto'));
    await world.work();
    const waiting = await world.see(request.id);
    expect(waiting.execution).toBe('compensated');
    const undoing = waiting.steps.find(
      ({ phase, status }) => phase === 'compensate' && status === 'waiting',
    );
    expect(undoing).toMatchObject({
      id: 'undo-topic.create-2',
      waitingFor: expect.stringContaining('cannot be reached'),
    });
    world.away = undefined;
    world.pass(MINUTE);
    await world.work();
    const { steps } = await world.see(request.id);
    expect(
      steps
        .filter(({ phase }) => phase === 'compensate')
        .map(({ id, status }) => `${id} ${status}`),
    ).toEqual([
      'undo-topic.create-2 done',
      'undo-topic.configs-1 done',
      'undo-topic.create-1 done',
    ]);
    const topics = succeededOf(
      await opened.admin.describeTopics([
        'orders.empty',
        'orders.used',
        'orders.old',
      ]),
    );
    expect([...topics.keys()].sort()).toEqual(['orders.old', 'orders.used']);
    expect(topics.get('orders.old')?.configs).toEqual({ 'retention.ms': '5' });
    expect(await world.stores.topics.get('dev', 'orders.empty')).toBe(
      undefined,
    );
    const { items } = await world.engine.service.logs(
      request.id,
      { after: 0 },
      world.caller('ada'),
    );
    expect(items.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('The topic orders.used stays'),
    );
    // What it held is free again.
    expect(
      await world.ask('kafka.topic', {
        operation: 'create',
        instance: 'orders@dev',
        name: 'orders.empty',
      }),
    ).toMatchObject({ decision: 'pending' });
  });

  it('takes back a user that it made, and leaves one alone that somebody else made', async () => {
    boundary = 'kafka.bundle.execute.verify.before';
    const cancelled = async () => {
      const { id, execution } = await world.done('kafka.bundle', BUNDLE);
      expect(execution).toBe('waiting');
      world.away = undefined;
      await world.engine.service.cancel(id, {}, world.caller('otto'));
      await world.work();
      return (await opened.admin.listScramUsers()).map(({ user }) => user);
    };
    expect(await cancelled()).not.toContain('orders');
    boundary = 'kafka.bundle.execute.user.create-1.before';
    const made = { user: 'orders', mechanism: 'SCRAM-SHA-512' as const };
    const { id } = await world.done('kafka.bundle', BUNDLE);
    world.away = undefined;
    await opened.admin.upsertScramUser({ ...made, password: 'theirs' });
    await world.engine.service.cancel(id, {}, world.caller('otto'));
    await world.work();
    expect(await opened.admin.listScramUsers()).toContainEqual(made);
  });

  it('gives access back when a deletion that had begun is rejected after all', async () => {
    world.groups.eva = ['group:default/platform'];
    const topic = { operation: 'create', instance: 'orders@dev' };
    await world.done('kafka.topic', { ...topic, name: 'orders.kept' });
    await world.done(
      'kafka.grant',
      {
        operation: 'create',
        grantee: 'payments@dev',
        access: 'PRODUCE',
        topic: { pattern: 'LITERAL', name: 'orders.kept' },
      },
      { by: 'pia', approvers: ['ada', 'otto'] },
    );
    const access = await world.access();
    const { id } = await world.done('kafka.topic', {
      operation: 'delete',
      name: 'orders.kept',
      typedName: 'orders.kept',
      graceDays: 1,
    });
    expect(await world.access()).toEqual([]);
    // Whoever approved it may not any more when the data is to go.
    world.groups.ada = [];
    world.pass(24 * 60 * MINUTE);
    await world.work();
    const asked = await world.see(id);
    expect(asked.decision).toBe('pending');
    await world.engine.service.reject(
      id,
      { planDigest: asked.planDigest, comment: 'Keep it' },
      world.caller('eva'),
    );
    await world.work();
    expect(await world.access()).toEqual(access);
    expect(await world.stores.topics.get('dev', 'orders.kept')).toMatchObject({
      phase: 'ready',
    });
  });
});
