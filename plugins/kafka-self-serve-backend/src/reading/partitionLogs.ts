// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PartitionLog } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { outcomeOf, succeededOf } from '../kafka/outcomes';
import type { KafkaAdmin, OffsetPosition } from '../kafka/types';

type Admin = Pick<KafkaAdmin, 'listGroupOffsets' | 'listOffsets'>;

/**
 * The partitions that a reset of a group is about: what the log holds, what the
 * group has read, and where an asked time is. Topics that are not there are left
 * out; the rules say so.
 */
export async function readPartitionLogs(
  admin: Admin,
  options: {
    groupId: string;
    /** Every topic that the group has offsets of, if left out. */
    topics?: readonly string[];
    /** Milliseconds since 1970. */
    timestamp?: number;
  },
): Promise<PartitionLog[]> {
  const { groupId, timestamp } = options;
  const committed = outcomeOf(await admin.listGroupOffsets([groupId]), groupId);
  const topics = options.topics ?? [
    ...new Set(committed.map(({ topic }) => topic)),
  ];
  if (topics.length === 0) return [];
  const at = async (position: OffsetPosition) =>
    succeededOf(await admin.listOffsets(topics, position));
  const [starts, ends, times] = await Promise.all([
    at('earliest'),
    at('latest'),
    timestamp === undefined ? undefined : at({ time: timestamp }),
  ]);
  const offsetIn = (
    found: typeof ends | undefined,
    topic: string,
    partition: number,
  ) => found?.get(topic)?.find(each => each.partition === partition)?.offset;
  const read = new Map(
    committed.map(each => [`${each.topic}/${each.partition}`, each.committed]),
  );
  return [...ends].flatMap(([topic, partitions]) =>
    partitions.flatMap(({ partition, offset: end }): PartitionLog[] => {
      const start = offsetIn(starts, topic, partition);
      if (end === undefined || start === undefined) return [];
      const before = read.get(`${topic}/${partition}`);
      const atTime = offsetIn(times, topic, partition);
      return [
        {
          topic,
          partition,
          start,
          end,
          ...(before !== undefined && { committed: before }),
          ...(atTime !== undefined && { atTime }),
        },
      ];
    }),
  );
}
