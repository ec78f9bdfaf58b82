// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ListOffsetTimestamps } from '@platformatic/kafka';
import { canTryAgain, CODES } from '../client/answers';
import type { CallResponse } from '../client/calls';
import type { ClusterClient } from '../client/ClusterClient';
import type { Outcome, Outcomes } from '../outcomes';
import type {
  CommittedOffset,
  OffsetPosition,
  OffsetTarget,
  PartitionOffset,
} from '../types';
import { byText, chunks } from './chunks';

type Fetched = CallResponse<'OffsetFetch'>['groups'][number];
type Topic = CallResponse<'Metadata'>['topics'][number];

/** Of a member of the group; the portal is none. */
const NO_MEMBER = { memberId: null, memberEpoch: -1 };
const NO_GENERATION = -1;
const NO_EPOCH = -1;
const NO_OFFSET = -1n;
const NOT_A_REPLICA = -1;
const READ_UNCOMMITTED = 0;
const ALL_TOPICS = null;

export async function listGroupOffsets(
  client: ClusterClient,
  groupIds: readonly string[],
): Promise<Outcomes<CommittedOffset[]>> {
  const answers = await client.coordinators<Fetched>(
    groupIds,
    async (target, ids) => {
      const answer = await client.broker.ask(
        target,
        'OffsetFetch',
        ids.map(groupId => ({ groupId, ...NO_MEMBER, topics: ALL_TOPICS })),
        // Offsets of a transaction that is still open are not there yet.
        false,
      );
      return new Map(answer.groups.map(group => [group.groupId, group]));
    },
  );
  return new Map(
    [...answers].map(([id, answer]) => {
      // Classic groups that are not there have no offsets, those of the new protocol are an error: the same here.
      const { errorCode } = answer;
      const settled =
        errorCode === CODES.GROUP_ID_NOT_FOUND
          ? { errorCode: CODES.NONE }
          : answer;
      return [
        id,
        client.outcome('OffsetFetch', id, settled, () => committedOf(answer)),
      ];
    }),
  );
}

function committedOf({ topics = [] }: Partial<Fetched>): CommittedOffset[] {
  return topics
    .flatMap(({ name, partitions }) =>
      partitions
        .filter(
          ({ errorCode, committedOffset }) =>
            errorCode === CODES.NONE && committedOffset > NO_OFFSET,
        )
        .map(({ partitionIndex, committedOffset }) => ({
          topic: name,
          partition: partitionIndex,
          committed: String(committedOffset),
        })),
    )
    .sort(
      (one, other) =>
        byText<CommittedOffset>(({ topic }) => topic)(one, other) ||
        one.partition - other.partition,
    );
}

function timestampOf(position: OffsetPosition): bigint {
  if (position === 'earliest') return ListOffsetTimestamps.EARLIEST;
  if (position === 'latest') return ListOffsetTimestamps.LATEST;
  return BigInt(Math.max(0, Math.trunc(position.time)));
}

export async function listOffsets(
  client: ClusterClient,
  names: readonly string[],
  position: OffsetPosition,
): Promise<Outcomes<PartitionOffset[]>> {
  const outcomes = new Map<string, Outcome<PartitionOffset[]>>();
  for (const some of chunks([...new Set(names)])) {
    // A leader may move between the two requests.
    const answers = await client.persist(
      () => offsetsOf(client, some, timestampOf(position)),
      all => [...all.values()].some(({ errorCode }) => canTryAgain(errorCode)),
    );
    for (const [name, answer] of answers)
      outcomes.set(
        name,
        client.outcome('ListOffsets', name, answer, () =>
          answer.offsets.sort((one, other) => one.partition - other.partition),
        ),
      );
  }
  return outcomes;
}

interface TopicAnswer {
  errorCode: number;
  offsets: PartitionOffset[];
}

async function offsetsOf(
  client: ClusterClient,
  names: string[],
  timestamp: bigint,
): Promise<Map<string, TopicAnswer>> {
  const { brokers, topics } = await client.any('Metadata', names, false, false);
  const answers = new Map<string, TopicAnswer>();
  const byLeader = new Map<number, Topic[]>();
  for (const topic of topics) {
    const broken = [topic, ...topic.partitions].find(
      ({ errorCode }) => errorCode !== CODES.NONE,
    );
    answers.set(topic.name!, {
      errorCode: broken?.errorCode ?? CODES.NONE,
      offsets: [],
    });
    if (broken) continue;
    for (const leader of new Set(
      topic.partitions.map(({ leaderId }) => leaderId),
    ))
      byLeader.set(leader, [...(byLeader.get(leader) ?? []), topic]);
  }
  await Promise.all(
    [...byLeader].map(async ([leader, led]) => {
      const response = await client.broker.ask(
        brokers.find(({ nodeId }) => nodeId === leader) ?? 'any',
        'ListOffsets',
        NOT_A_REPLICA,
        READ_UNCOMMITTED,
        led.map(({ name, partitions }) => ({
          name: name!,
          partitions: partitions
            .filter(({ leaderId }) => leaderId === leader)
            .map(({ partitionIndex, leaderEpoch }) => ({
              partitionIndex,
              currentLeaderEpoch: leaderEpoch,
              timestamp,
            })),
        })),
      );
      for (const { name, partitions } of response.topics) {
        const answer = answers.get(name)!;
        for (const { partitionIndex, errorCode, offset } of partitions) {
          if (errorCode !== CODES.NONE) answer.errorCode = errorCode;
          answer.offsets.push({
            partition: partitionIndex,
            ...(offset > NO_OFFSET && { offset: String(offset) }),
          });
        }
      }
    }),
  );
  return answers;
}

export async function alterGroupOffsets(
  client: ClusterClient,
  { groupId, offsets }: { groupId: string; offsets: readonly OffsetTarget[] },
): Promise<void> {
  const byTopic = new Map<string, OffsetTarget[]>();
  for (const target of offsets)
    byTopic.set(target.topic, [...(byTopic.get(target.topic) ?? []), target]);
  const request = [...byTopic].map(([name, targets]) => ({
    name,
    partitions: targets.map(({ partition, offset }) => ({
      partitionIndex: partition,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: NO_EPOCH,
      committedMetadata: '',
    })),
  }));
  if (request.length === 0) return;
  const answers = await client.coordinators<{ failed: Failed[] }>(
    [groupId],
    async target => {
      const { topics } = await client.broker.ask(
        target,
        'OffsetCommit',
        groupId,
        NO_GENERATION,
        '',
        null,
        request,
      );
      const failed = topics.flatMap(({ name, partitions }) =>
        partitions
          .filter(({ errorCode }) => errorCode !== CODES.NONE)
          .map(({ partitionIndex, errorCode }) => ({
            topic: name,
            partition: partitionIndex,
            errorCode,
          })),
      );
      const errorCode = failed[0]?.errorCode ?? CODES.NONE;
      return new Map([[groupId, { errorCode, failed }]]);
    },
  );
  const { errorCode, failed = [] } = answers.get(groupId)!;
  if (errorCode === CODES.NONE) return;
  const ofTopic = errorCode === CODES.UNKNOWN_TOPIC_OR_PARTITION;
  throw Object.assign(
    client.error('OffsetCommit', ofTopic ? failed[0].topic : groupId, {
      errorCode,
    }),
    {
      details: {
        failed: failed.map(({ topic, partition }) => ({ topic, partition })),
      },
    },
  );
}

interface Failed {
  topic: string;
  partition: number;
  errorCode: number;
}
