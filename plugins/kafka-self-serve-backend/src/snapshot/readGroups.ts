// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GroupObservation } from '../domain/ports';
import { succeededOf } from '../kafka/outcomes';
import type { CommittedOffset, KafkaAdmin } from '../kafka/types';

type Admin = Pick<
  KafkaAdmin,
  'describeGroups' | 'listGroupOffsets' | 'listGroups' | 'listOffsets'
>;

/** Groups with their members, topics and how far they are behind. A group that goes meanwhile is left out. */
export async function readGroups(
  admin: Admin,
  ids?: readonly string[],
): Promise<GroupObservation[]> {
  const wanted = ids && new Set(ids);
  const listed = (await admin.listGroups()).filter(
    ({ groupId }) => !wanted || wanted.has(groupId),
  );
  if (listed.length === 0) return [];
  const described = succeededOf(await admin.describeGroups(listed));
  const offsets = succeededOf(
    await admin.listGroupOffsets(listed.map(({ groupId }) => groupId)),
  );
  const ends = await endsOf(admin, [...offsets.values()].flat());
  return listed.flatMap(({ groupId, type, state }) => {
    const group = described.get(groupId);
    const committed = offsets.get(groupId) ?? [];
    const topics = [
      ...new Set([
        ...(group?.topics ?? []),
        ...committed.map(({ topic }) => topic),
      ]),
    ].sort();
    const lag = lagOf(committed, ends);
    return [
      {
        groupId,
        type,
        state: group?.state ?? state,
        members: group?.members ?? 0,
        topics,
        ...(lag !== undefined && { lag }),
      },
    ];
  });
}

/** `topic/partition` to the end of its log. */
export async function endsOf(
  admin: Pick<KafkaAdmin, 'listOffsets'>,
  committed: readonly Pick<CommittedOffset, 'topic'>[],
): Promise<Map<string, string>> {
  const topics = [...new Set(committed.map(({ topic }) => topic))];
  if (topics.length === 0) return new Map();
  const ends = succeededOf(await admin.listOffsets(topics, 'latest'));
  return new Map(
    [...ends].flatMap(([topic, partitions]) =>
      partitions.flatMap(({ partition, offset }) =>
        offset === undefined
          ? []
          : [[`${topic}/${partition}`, offset] as const],
      ),
    ),
  );
}

/** Records between what was committed and the ends; undefined where an end is not known. */
export function lagOf(
  committed: readonly CommittedOffset[],
  ends: ReadonlyMap<string, string>,
): string | undefined {
  let lag = 0n;
  for (const { topic, partition, committed: offset } of committed) {
    const end = ends.get(`${topic}/${partition}`);
    if (end === undefined) return undefined;
    const behind = BigInt(end) - BigInt(offset);
    // A log that was made anew ends before what the group has read.
    if (behind > 0n) lag += behind;
  }
  return String(lag);
}
