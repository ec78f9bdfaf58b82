// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Nor is data lost by what happens in a grace period, by trying again, or by taking back.
import { TestDatabases } from '@backstage/backend-test-utils';
import { outcomeOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { DAY, World } from './__testUtils__/World';
import { undoSteps } from './steps/undo';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NAME = 'orders.kept';

describeWithCluster('data', () => {
  let opened: OpenCluster;
  let world: World;
  beforeEach(async () => {
    opened = await openCluster();
    world = await World.create(await databases.init('SQLITE_3'), opened);
    await world.done('kafka.topic', {
      operation: 'create',
      instance: 'orders@dev',
      name: NAME,
      partitions: 4,
    });
    await opened.messages.produce(NAME, ['a', 'b', 'c']);
  });
  afterEach(() => opened?.close());

  const topic = async () =>
    outcomeOf(await opened.admin.describeTopics([NAME]), NAME);
  const records = async () => {
    const offsets = await opened.admin.listOffsets([NAME], 'latest');
    return outcomeOf(offsets, NAME).find(({ partition }) => partition === 0)
      ?.offset;
  };
  const remove = (more: object = {}) => ({
    operation: 'delete',
    name: NAME,
    typedName: NAME,
    ...more,
  });
  const joins = () =>
    opened.messages.join({
      groupId: 'orders.reader',
      topic: NAME,
      count: 3,
      protocol: 'classic',
    });
  const kept = async () => {
    expect(await records()).toBe('3');
    return topic();
  };

  /** As often as the engine itself tries. */
  async function works() {
    for (let turn = 0; turn < 6; turn++) {
      await world.work();
      world.pass(DAY / 24);
    }
  }

  it('is not lost at the end of a grace period in which somebody began to read, nor by trying again', async () => {
    const asked = await world.done('kafka.topic', remove({ graceDays: 2 }));
    expect(asked.execution).toBe('waiting');
    const member = await joins();
    world.pass(2 * DAY);
    await world.work();
    const active = {
      execution: 'failed',
      failure: { code: 'topic-delete-active-group' },
    };
    expect(await world.see(asked.id)).toMatchObject(active);
    await kept();
    const { service } = world.engine;
    await service.retry(asked.id, world.caller('otto'));
    await world.work();
    expect(await world.see(asked.id)).toMatchObject(active);
    await kept();
    await member.leave();
    await service.retry(asked.id, world.caller('otto'));
    await world.work();
    expect(await world.see(asked.id)).toMatchObject({ execution: 'succeeded' });
    await expect(topic()).rejects.toThrow('no topic');
  });

  it('is not lost at the end of a grace period in which somebody was given access', async () => {
    const asked = await world.done('kafka.topic', remove({ graceDays: 2 }));
    await opened.admin.createAcls([
      {
        resourceType: 'TOPIC',
        patternType: 'LITERAL',
        resourceName: NAME,
        principal: 'User:late',
        host: '*',
        operation: 'READ',
        permission: 'ALLOW',
      },
    ]);
    world.pass(2 * DAY);
    await world.work();
    expect(await world.see(asked.id)).toMatchObject({
      failure: { code: 'kafka-changed-meanwhile' },
    });
    await kept();
  });

  it('is not lost by trying a creation again over a topic that somebody else made', async () => {
    const name = 'orders.theirs';
    const asked = await world.ask('kafka.topic', {
      operation: 'create',
      instance: 'orders@dev',
      name,
      partitions: 1,
    });
    await world.approve(asked);
    await opened.admin.createTopics([
      { name, partitions: 4, replicationFactor: 1, configs: {} },
    ]);
    await opened.messages.produce(name, ['a', 'b', 'c']);
    const there = async () =>
      outcomeOf(await opened.admin.describeTopics([name]), name);
    const { topicId } = await there();
    const { service } = world.engine;
    await works();
    for (let again = 0; again < 3; again++) {
      expect(await world.see(asked.id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'topic-name-exists' },
      });
      expect(await there()).toMatchObject({ topicId, partitions: 4 });
      await service.retry(asked.id, world.caller('otto'));
      await works();
    }
  });

  it('is not lost by trying again to raise partitions that are more by now', async () => {
    const asked = await world.ask('kafka.topic', {
      operation: 'partitions',
      name: NAME,
      partitions: 6,
    });
    await world.approve(asked);
    await opened.admin.createPartitions([{ topic: NAME, partitions: 8 }]);
    const { service } = world.engine;
    await works();
    for (let again = 0; again < 3; again++) {
      expect(await world.see(asked.id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'partitions-decrease' },
      });
      expect((await kept()).partitions).toBe(8);
      await service.retry(asked.id, world.caller('otto'));
      await works();
    }
  });

  it('is not lost by taking back a creation whose topic has records', async () => {
    const spec = {
      name: NAME,
      partitions: 4,
      replicationFactor: 1,
      configs: {},
    };
    const plan = {
      version: 1 as const,
      environment: 'dev',
      basis: [],
      records: [],
      works: [
        {
          id: `topic.create:${NAME}`,
          action: 'topic.create' as const,
          title: 'Create it',
          irreversible: false,
          after: spec,
        },
      ],
    };
    const outputs = { internal: { applied: plan.works } };
    const [undo] = undoSteps(
      { outputs },
      { kind: 'kafka.topic', plan, parts: world.parts },
    );
    const logged: string[] = [];
    await undo.run({
      request: { outputs: {} },
      signal: new AbortController().signal,
      now: new Date(),
      log: async (...lines: string[]) => {
        logged.push(...lines);
      },
    } as never);
    expect(logged).toEqual([expect.stringContaining('stays')]);
    await kept();
  });
});
