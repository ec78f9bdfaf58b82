// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { eventually } from './eventually';
import { failureOf } from './failureOf';
import { allOf, failuresOf, outcomeOf } from '../kafka/outcomes';
import { type ContractOptions, type KafkaSubject, ownNames } from './subject';

export function groupContract(options: ContractOptions<KafkaSubject>) {
  const nextName = ownNames('group');
  const admin = () => options.subject().admin;

  /** A topic of two partitions, with messages in the first. */
  async function topicWith(values: string[], timestamp?: number) {
    const name = nextName();
    const spec = { name, partitions: 2, replicationFactor: 1, configs: {} };
    allOf(await admin().createTopics([spec]));
    await eventually(async () => {
      const { layout } = outcomeOf(await admin().describeTopics([name]), name);
      expect(layout.every(({ leader }) => leader !== undefined)).toBe(true);
    });
    if (values.length > 0)
      await options.subject().messages.produce(name, values, { timestamp });
    return name;
  }

  const offsetsOf = async (groupId: string) =>
    outcomeOf(await admin().listGroupOffsets([groupId]), groupId);
  const describeOne = async (groupId: string) =>
    outcomeOf(await admin().describeGroups([{ groupId }]), groupId);

  describe('offsets of topics', () => {
    it('are the first, the next, and the first at or after a time', async () => {
      const then = Date.UTC(2026, 0, 1);
      const topic = await topicWith(['a', 'b', 'c'], then);
      const at = async (
        position: Parameters<ReturnType<typeof admin>['listOffsets']>[1],
      ) => outcomeOf(await admin().listOffsets([topic], position), topic);
      expect(await at('earliest')).toEqual([
        { partition: 0, offset: '0' },
        { partition: 1, offset: '0' },
      ]);
      expect(await at('latest')).toEqual([
        { partition: 0, offset: '3' },
        { partition: 1, offset: '0' },
      ]);
      expect(await at({ time: then - 1 })).toEqual([
        { partition: 0, offset: '0' },
        { partition: 1 },
      ]);
      expect(await at({ time: then + 1 })).toEqual([
        { partition: 0 },
        { partition: 1 },
      ]);
    });

    it('of a missing topic do not spoil those of another', async () => {
      const topic = await topicWith([]);
      const missing = nextName();
      const outcomes = await admin().listOffsets([missing, topic], 'latest');
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      expect(outcomeOf(outcomes, topic)).toHaveLength(2);
    });
  });

  describe.each(['classic', 'consumer'] as const)('%s groups', protocol => {
    it('are listed and described with members and offsets, moved when empty, and deleted', async () => {
      const topic = await topicWith(['a', 'b', 'c']);
      const groupId = nextName();
      const member = await options.subject().messages.join({
        groupId,
        topic,
        count: 2,
        protocol,
      });

      const group = await eventually(async () => {
        const found = await describeOne(groupId);
        expect(found.state).toBe('STABLE');
        return found;
      });
      expect(group).toMatchObject({
        groupId,
        type: protocol,
        members: 1,
        topics: [topic],
      });
      expect(group.memberList[0].assigned).toEqual([
        { topic, partitions: [0, 1] },
      ]);
      expect(await admin().listGroups()).toContainEqual({
        groupId,
        type: protocol,
        state: 'STABLE',
      });
      expect(await offsetsOf(groupId)).toContainEqual({
        topic,
        partition: 0,
        committed: '2',
      });

      const target = {
        groupId,
        offsets: [{ topic, partition: 0, offset: '0' }],
      };
      expect((await failureOf(admin().alterGroupOffsets(target))).code).toBe(
        'kafka-group-not-empty',
      );
      expect(
        failuresOf(await admin().deleteGroups([groupId])).get(groupId)?.code,
      ).toBe('kafka-group-not-empty');

      await member.leave();
      await eventually(async () =>
        expect((await describeOne(groupId)).state).toBe('EMPTY'),
      );
      await admin().alterGroupOffsets(target);
      expect(await offsetsOf(groupId)).toContainEqual({
        topic,
        partition: 0,
        committed: '0',
      });

      allOf(await admin().deleteGroups([groupId]));
      await eventually(async () => {
        const failure = failuresOf(
          await admin().describeGroups([{ groupId }]),
        ).get(groupId);
        expect(failure?.code).toBe('kafka-group-not-found');
      });
      expect(await offsetsOf(groupId)).toEqual([]);
    });
  });

  describe('groups', () => {
    it('are described with and without their type, and a missing one does not spoil the rest', async () => {
      const topic = await topicWith(['a']);
      const groupId = nextName();
      const missing = nextName();
      await admin().alterGroupOffsets({
        groupId,
        offsets: [{ topic, partition: 0, offset: '1' }],
      });
      for (const type of [undefined, 'classic'] as const) {
        const outcomes = await admin().describeGroups([
          { groupId: missing, type },
          { groupId, type },
        ]);
        expect(outcomeOf(outcomes, groupId)).toMatchObject({
          state: 'EMPTY',
          members: 0,
          type: 'classic',
        });
        expect(failuresOf(outcomes).get(missing)?.code).toBe(
          'kafka-group-not-found',
        );
      }
    });

    it('that are missing have no offsets and cannot be deleted', async () => {
      const missing = nextName();
      expect(await offsetsOf(missing)).toEqual([]);
      expect(
        failuresOf(await admin().deleteGroups([missing])).get(missing)?.code,
      ).toBe('kafka-group-not-found');
    });

    it('keep offsets that are wider than a number of JavaScript', async () => {
      const topic = await topicWith([]);
      const groupId = nextName();
      const offset = '9007199254740993';
      await admin().alterGroupOffsets({
        groupId,
        offsets: [{ topic, partition: 1, offset }],
      });
      expect(await offsetsOf(groupId)).toEqual([
        { topic, partition: 1, committed: offset },
      ]);
    });

    it('are not moved on a topic that is not there, and the partition is named', async () => {
      const groupId = nextName();
      const missing = nextName();
      const failure = await failureOf(
        admin().alterGroupOffsets({
          groupId,
          offsets: [{ topic: missing, partition: 0, offset: '1' }],
        }),
      );
      expect(failure.code).toBe('kafka-topic-not-found');
      expect(failure.details).toEqual({
        failed: [{ topic: missing, partition: 0 }],
      });
    });
  });

  describe('disk use', () => {
    it('is that of one copy and of all replicas', async () => {
      const { brokers, messages } = options.subject();
      const name = nextName();
      const spec = {
        name,
        partitions: 1,
        replicationFactor: brokers,
        configs: {},
      };
      allOf(await admin().createTopics([spec]));
      await eventually(() => messages.produce(name, ['x'.repeat(10_000)]));
      await eventually(async () => {
        const use = (await admin().listDiskUse()).find(
          ({ topic }) => topic === name,
        );
        expect(use?.bytes).toBeGreaterThan(10_000);
        expect(use?.bytesWithReplicas).toBe(use!.bytes * brokers);
      });
    });
  });
}
