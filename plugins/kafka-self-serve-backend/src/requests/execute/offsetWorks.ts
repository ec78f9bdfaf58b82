// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { wordsOfCount } from '@fairway/requests-common';
import { allOf, outcomeOf } from '../../kafka/outcomes';
import { isKafkaError } from '../../errors';
import type { OffsetTarget } from '../../kafka/types';
import type {
  OffsetMovement,
  OffsetReset,
  RequestCluster,
  WorkHandler,
} from './types';

const keyOf = ({ topic, partition }: { topic: string; partition: number }) =>
  `${topic}/${partition}`;

/** What a group committed, by topic and partition. */
export async function committedOf(
  { admin }: RequestCluster,
  group: string,
): Promise<Map<string, string>> {
  const offsets = outcomeOf(await admin.listGroupOffsets([group]), group);
  return new Map(offsets.map(each => [keyOf(each), each.committed]));
}

/** First and next offset of every partition of topics. */
export async function logsOf(
  { admin }: RequestCluster,
  topics: readonly string[],
): Promise<Map<string, { start: string; end: string }>> {
  const starts = allOf(await admin.listOffsets(topics, 'earliest'));
  const ends = allOf(await admin.listOffsets(topics, 'latest'));
  return new Map(
    topics.flatMap(topic =>
      (ends.get(topic) ?? []).map(({ partition, offset: end = '0' }) => {
        const first = starts
          .get(topic)
          ?.find(each => each.partition === partition);
        return [
          keyOf({ topic, partition }),
          { start: first?.offset ?? '0', end },
        ];
      }),
    ),
  );
}

/** The numbers that a reset comes to now: within what the log holds. */
async function resolve(
  cluster: RequestCluster,
  moves: readonly OffsetMovement[],
): Promise<OffsetTarget[]> {
  const topics = [...new Set(moves.map(({ topic }) => topic))];
  const logs = await logsOf(cluster, topics);
  return moves.map(move => {
    const { topic, partition, after } = move;
    const { start, end } = logs.get(keyOf(move)) ?? { start: '0', end: '0' };
    if (after === 'start of the log')
      return { topic, partition, offset: start };
    if (after === 'end of the log') return { topic, partition, offset: end };
    const wanted = BigInt(after);
    const most = wanted > BigInt(end) ? end : after;
    const offset = BigInt(most) < BigInt(start) ? start : most;
    return { topic, partition, offset };
  });
}

/** Why nobody may move a group now, if so. */
export async function activityOf(
  { admin }: RequestCluster,
  groupId: string,
): Promise<string | undefined> {
  try {
    const group = outcomeOf(await admin.describeGroups([{ groupId }]), groupId);
    const { state, members } = group;
    return members > 0 || !['EMPTY', 'DEAD'].includes(state)
      ? `the group ${groupId} is ${state} with ${wordsOfCount(
          members,
          'member',
        )}`
      : undefined;
  } catch (error) {
    if (!isKafkaError(error, 'kafka-group-not-found')) throw error;
    return `there is no group ${groupId} any more`;
  }
}

export const resetOffsets: WorkHandler<OffsetReset> = {
  async look(cluster, { group, moves }, { targets }) {
    const committed = await committedOf(cluster, group);
    if (targets?.every(each => committed.get(keyOf(each)) === each.offset)) {
      return { at: 'after' };
    }
    const busy = await activityOf(cluster, group);
    if (busy) return { at: 'elsewhere', found: busy };
    const ours = new Map(targets?.map(each => [keyOf(each), each.offset]));
    const moved = moves.find(move => {
      const now = committed.get(keyOf(move));
      return now !== move.before && now !== ours.get(keyOf(move));
    });
    if (!moved) return { at: 'before' };
    const { topic, partition } = moved;
    const now = committed.get(keyOf(moved)) ?? 'none';
    return {
      at: 'elsewhere',
      found: `the group ${group} is at ${now} in partition ${partition} of ${topic}`,
    };
  },
  async write(cluster, { group, moves }, context) {
    const targets = context.targets ?? (await resolve(cluster, moves));
    await context.keepOffsets?.({
      before: moves.map(({ topic, partition, before }) => ({
        topic,
        partition,
        ...(before !== undefined && { offset: before }),
      })),
      targets,
    });
    await cluster.admin.alterGroupOffsets({ groupId: group, offsets: targets });
    context.targets = targets;
  },
};
