// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Others change the cluster too: between asking and approving, between approving and doing, and in the middle of it.
import { TestDatabases } from '@backstage/backend-test-utils';
import { Failpoints } from '@fairway/requests-node';
import { outcomeOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import {
  askForAccess,
  GIVEN,
  grantOf,
  NOT_GIVEN,
  readOf,
} from './__testUtils__/takenAway';
import { MINUTE, World } from './__testUtils__/World';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('a cluster that others change', () => {
  let opened: OpenCluster;
  let world: World;
  let hits: Record<string, () => Promise<unknown>>;
  beforeEach(async () => {
    opened = await openCluster();
    hits = {};
    world = await World.create(await databases.init('SQLITE_3'), opened, {
      failpoints: Failpoints.of(async name => {
        const hit = hits[name];
        delete hits[name];
        await hit?.();
      }),
    });
  });
  afterEach(() => opened?.close());

  const create = (name: string) => ({
    operation: 'create',
    instance: 'orders@dev',
    name,
  });
  const foreign = (name: string, partitions = 9) =>
    opened.admin.createTopics([
      { name, partitions, replicationFactor: 1, configs: {} },
    ]);
  const partitionsOf = async (name: string) =>
    outcomeOf(await opened.admin.describeTopics([name]), name).partitions;
  const read = readOf('orders.a');
  const grant = grantOf('orders.a');

  it('refuses the approval of a topic that came to be behind our back', async () => {
    const asked = await world.ask('kafka.topic', create('orders.a'));
    await foreign('orders.a');
    await expect(world.approve(asked)).rejects.toMatchObject({
      code: 'topic-name-exists',
    });
    expect(await partitionsOf('orders.a')).toBe(9);
  });

  it.each([
    'kafka.bundle.execute.look.recorded',
    'kafka.bundle.execute.topic.create-1.before',
  ])(
    'stops, says why and takes nothing for ours when it came to be at %s',
    async at => {
      hits[at] = () => foreign('orders.b');
      const request = await world.done('kafka.bundle', {
        items: [
          { kind: 'kafka.topic', payload: create('orders.a') },
          { kind: 'kafka.topic', payload: create('orders.b') },
        ],
      });
      expect(request).toMatchObject({
        execution: 'failed',
        failure: {
          code: 'topic-name-exists',
          message: expect.stringContaining('orders.b'),
        },
      });
      expect(await partitionsOf('orders.b')).toBe(9);
      expect(await world.stores.topics.get('dev', 'orders.b')).toBeUndefined();
    },
  );

  it('puts a changed config before people again, with the plan of what is there now', async () => {
    await world.done('kafka.topic', create('orders.a'));
    const asked = await world.ask('kafka.topic', {
      operation: 'config',
      name: 'orders.a',
      set: { 'retention.ms': '60000' },
    });
    await world.approve(asked);
    await opened.admin.alterTopicConfigs([
      { topic: 'orders.a', set: { 'cleanup.policy': 'compact' } },
    ]);
    await world.work();
    const again = await world.see(asked.id);
    expect(again).toMatchObject({ decision: 'pending', revision: 2 });
    await world.approve(again);
    await world.work();
    expect(await world.see(asked.id)).toMatchObject({ execution: 'succeeded' });
  });

  it('looks again right before the first write', async () => {
    await world.done('kafka.topic', create('orders.a'));
    hits['kafka.topic.execute.look.before'] = () =>
      opened.admin.alterTopicConfigs([
        { topic: 'orders.a', set: { 'cleanup.policy': 'compact' } },
      ]);
    const request = await world.done('kafka.topic', {
      operation: 'partitions',
      name: 'orders.a',
      partitions: 5,
    });
    expect(request).toMatchObject({ decision: 'pending', revision: 2 });
    expect(await partitionsOf('orders.a')).toBe(2);
  });

  it('puts access before people again that somebody gave behind our back', async () => {
    await world.done('kafka.topic', create('orders.a'));
    const asked = await world.ask('kafka.grant', grant, { by: 'pia' });
    await world.approve(asked, 'otto');
    await opened.admin.createAcls([read]);
    await expect(world.approve(asked, 'ada')).rejects.toMatchObject({
      code: 'plan-changed',
    });
  });

  it('does not call access given that somebody took away in the middle', async () => {
    await world.done('kafka.topic', create('orders.a'));
    hits[GIVEN] = () => opened.admin.deleteAcls([read]);
    expect(await askForAccess(world, 'orders.a')).toEqual(NOT_GIVEN);
  });

  it('gives overlapping names to the first who is done, not to both who were approved', async () => {
    const instance = (application: string, name: string) => ({
      operation: 'create',
      application,
      principals: [`User:${application}`],
      patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name }],
    });
    for (const application of ['one', 'two']) {
      await world.stores.applications.put({
        name: application,
        ownerRef: 'group:default/orders',
        componentRef: `component:default/${application}`,
      });
    }
    const kind = 'kafka.application-instance';
    const first = await world.ask(kind, instance('one', 'shared.'));
    const second = await world.ask(kind, instance('two', 'shared.part.'));
    await world.approve(first);
    await world.approve(second);
    for (let again = 0; again < 6; again++) {
      await world.work();
      world.pass(60 * MINUTE);
    }
    expect(await world.see(first.id)).toMatchObject({ execution: 'succeeded' });
    expect(await world.see(second.id)).toMatchObject({
      execution: 'failed',
      failure: { code: 'pattern-overlap' },
    });
    expect(await world.stores.applications.instance('two@dev')).toBe(undefined);
    expect((await world.access()).join()).not.toContain('User:two');
  });

  it('takes twenty people on one topic for one open request and one apply', async () => {
    for (let each = 0; each < 20; each++) {
      world.groups[`p${each}`] = ['group:default/orders'];
    }
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, (_, each) =>
        world.ask(
          'kafka.topic',
          // The same to Kafka's metrics, and so one resource.
          create(each % 2 === 0 ? 'orders.one.x' : 'orders.one_x'),
          { by: `p${each}` },
        ),
      ),
    );
    const open = asked.filter(({ status }) => status === 'fulfilled');
    const codes = asked.flatMap(each =>
      each.status === 'rejected' ? [each.reason.code] : [],
    );
    expect(open).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['resource-busy']));
    const [first] = open as PromiseFulfilledResult<
      Awaited<ReturnType<World['ask']>>
    >[];
    await world.approve(first.value);
    const others = await Promise.all([world.another(), world.another()]);
    await Promise.all([
      world.work(),
      ...others.map(({ worker }) => worker.runDue()),
    ]);
    expect(await world.see(first.value.id)).toMatchObject({
      execution: 'succeeded',
    });
    const listed = await opened.admin.listTopics();
    expect(listed.map(({ name }) => name)).toHaveLength(1);
    const { service } = world.engine;
    const events = await service.events(first.value.id, world.caller('ada'));
    expect(
      events.items.filter(
        ({ type, data }) =>
          type === 'step-started' && data.step === 'topic.create-1',
      ),
    ).toHaveLength(1);
    world.pass(MINUTE);
  });
});
