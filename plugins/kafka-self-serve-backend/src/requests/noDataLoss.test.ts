// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// There is no way through requests that loses data: by a form or the API, by a file (which is one bundle), by promotion, by
// an approval that is old, or by trying again.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { KafkaRequestKind } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { outcomeOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { DAY, World } from './__testUtils__/World';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const NAME = 'orders.kept';

/** The ways in which the same thing can be asked for. */
const WAYS: Record<
  string,
  (payload: object) => [kind: KafkaRequestKind, payload: object]
> = {
  'the API': payload => ['kafka.topic', payload],
  'a bundle or a file': payload => [
    'kafka.bundle',
    { items: [{ kind: 'kafka.topic', payload }] },
  ],
};

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
  const partitions = (count: number) => ({
    operation: 'partitions',
    name: NAME,
    partitions: count,
  });
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
  const refused = (code: string) => expect.objectContaining({ code });
  const kept = async () => {
    expect(await records()).toBe('3');
    return topic();
  };

  describe.each(Object.keys(WAYS))('through %s', way => {
    const ask = (payload: object) => world.ask(...WAYS[way](payload));

    it('partitions never become fewer', async () => {
      await expect(ask(partitions(3))).rejects.toEqual(
        refused('partitions-decrease'),
      );
      expect((await kept()).partitions).toBe(4);
    });

    it('a topic is not made again', async () => {
      const { topicId } = await topic();
      await expect(
        ask({
          operation: 'create',
          instance: 'orders@dev',
          name: NAME,
          partitions: 2,
        }),
      ).rejects.toEqual(refused('topic-name-exists'));
      expect((await kept()).topicId).toBe(topicId);
    });

    it('a topic is not deleted without its typed name', async () => {
      for (const typedName of ['', 'orders.other', `${NAME} `]) {
        await expect(ask(remove({ typedName }))).rejects.toEqual(
          refused('topic-delete-name-mismatch'),
        );
      }
      const { typedName, ...untyped } = remove();
      await expect(ask(untyped)).rejects.toEqual(
        refused('request-payload-invalid'),
      );
      await kept();
    });

    it('a topic is not deleted under an active group', async () => {
      const member = await joins();
      await expect(ask(remove())).rejects.toEqual(
        refused('topic-delete-active-group'),
      );
      await member.leave();
      await kept();
    });

    it('a protected topic is not deleted', async () => {
      await world.stores.topics.setProtection('dev', NAME, true);
      await expect(ask(remove())).rejects.toEqual(
        refused('topic-delete-protected'),
      );
      await kept();
    });

    it('a deletion of one half of a contradiction is none', async () => {
      await expect(
        world.ask('kafka.bundle', {
          items: [
            { kind: 'kafka.topic', payload: remove() },
            {
              kind: 'kafka.topic',
              payload: {
                operation: 'create',
                instance: 'orders@dev',
                name: NAME,
                partitions: 2,
              },
            },
          ],
        }),
      ).rejects.toEqual(refused('bundle-resource-twice'));
      await kept();
    });
  });

  describe('by an approval that is old', () => {
    it('partitions are not lowered', async () => {
      const asked = await world.ask('kafka.topic', partitions(6));
      await opened.admin.createPartitions([{ topic: NAME, partitions: 8 }]);
      await expect(world.approve(asked)).rejects.toEqual(
        refused('partitions-decrease'),
      );
      expect((await kept()).partitions).toBe(8);
    });

    it('partitions are not lowered where they were raised after the approval', async () => {
      const asked = await world.ask('kafka.topic', partitions(6));
      await world.approve(asked);
      await opened.admin.createPartitions([{ topic: NAME, partitions: 8 }]);
      await world.work();
      for (let again = 0; again < 6; again++) {
        world.pass(DAY / 24);
        await world.work();
      }
      expect(await world.see(asked.id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'partitions-decrease' },
      });
      expect((await kept()).partitions).toBe(8);
    });

    it('a topic that took the name is not deleted', async () => {
      const asked = await world.ask('kafka.topic', remove());
      await world.approve(asked);
      await opened.admin.deleteTopics([{ name: NAME }]);
      await opened.admin.createTopics([
        { name: NAME, partitions: 4, replicationFactor: 1, configs: {} },
      ]);
      await opened.messages.produce(NAME, ['x', 'y', 'z']);
      await world.work();
      expect(await world.see(asked.id)).toMatchObject({
        decision: 'pending',
        revision: 2,
      });
      await kept();
    });

    it('a topic is not deleted that somebody began to read', async () => {
      const asked = await world.ask('kafka.topic', remove());
      const member = await joins();
      await expect(world.approve(asked)).rejects.toEqual(
        refused('topic-delete-active-group'),
      );
      await member.leave();
      await kept();
    });

    it('a topic is not deleted that was protected since', async () => {
      const asked = await world.ask('kafka.topic', remove());
      await world.approve(asked);
      await world.stores.topics.setProtection('dev', NAME, true);
      for (let again = 0; again < 6; again++) {
        await world.work();
        world.pass(DAY / 24);
      }
      expect(await world.see(asked.id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'topic-delete-protected' },
      });
      await kept();
    });

    it('a topic is not deleted for somebody who may not any more', async () => {
      const asked = await world.ask('kafka.topic', remove());
      await world.approve(asked);
      world.denied.add('user:default/otto');
      await world.work();
      expect(await world.see(asked.id)).toMatchObject({
        execution: 'failed',
        failure: { code: 'kafka-denied' },
      });
      await kept();
    });
  });
});
