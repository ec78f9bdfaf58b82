// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each broker */
import { eventually } from './eventually';
import { allOf, failuresOf, outcomeOf } from '../kafka/outcomes';
import type { ContractOptions, KafkaSubject } from './subject';
import { topicFixture } from './topicFixture';

/** More partitions, and the end of topics. */
export function topicChangeContract(options: ContractOptions<KafkaSubject>) {
  const { admin, nextName, describeOne, create, isGone } =
    topicFixture(options);

  describe('partitions', () => {
    it('become more, and never fewer', async () => {
      const { name } = await create({ partitions: 2 });
      allOf(
        await admin().createPartitions([{ topic: name, partitions: 5 }], {
          validateOnly: true,
        }),
      );
      allOf(await admin().createPartitions([{ topic: name, partitions: 3 }]));
      await eventually(async () =>
        expect((await describeOne(name)).partitions).toBe(3),
      );
      const missing = nextName();
      const outcomes = await admin().createPartitions([
        { topic: name, partitions: 2 },
        { topic: missing, partitions: 2 },
      ]);
      expect(failuresOf(outcomes).get(name)?.code).toBe(
        'kafka-partitions-invalid',
      );
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      expect((await describeOne(name)).partitions).toBe(3);
    });
  });

  describe('deleting topics', () => {
    it('takes those that are there and names those that are not', async () => {
      const { name } = await create();
      const missing = nextName();
      const outcomes = await admin().deleteTopics([
        { name: missing },
        { name },
      ]);
      expect(failuresOf(outcomes).get(missing)?.code).toBe(
        'kafka-topic-not-found',
      );
      outcomeOf(outcomes, name);
      await isGone(name);
    });

    it('by id leaves another topic alone that has the name by now', async () => {
      const first = await create();
      allOf(await admin().deleteTopics([first]));
      await isGone(first.name);
      const second = await eventually(async () => {
        const again = await admin().createTopics([{ ...first }]);
        return outcomeOf(again, first.name);
      });
      await eventually(() => describeOne(first.name));
      expect(second.topicId).not.toBe(first.topicId);
      const outcomes = await admin().deleteTopics([first]);
      expect(failuresOf(outcomes).get(first.name)?.code).toBe(
        'kafka-topic-not-found',
      );
      expect((await describeOne(first.name)).topicId).toBe(second.topicId);
    });
  });
}
