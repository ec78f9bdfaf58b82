// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type GroupDetail,
  type GroupPartitionView,
  type GroupSummary,
  type OffsetUndo,
  resourceRefs,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { wordsOfCount } from '@fairway/requests-common';
import type {
  Cluster,
  KafkaParts,
  OffsetRecord,
  StoredGroup,
  Viewer,
} from '../domain/ports';
import { outcomeOf } from '../kafka/outcomes';
import type { GroupMember } from '../kafka/types';
import { endsOf } from '../snapshot/readGroups';
import { action, whyNot } from './actions';
import { readLive } from './live';
import { visible } from './visible';

type Parts = Pick<
  KafkaParts,
  'authority' | 'clock' | 'clusters' | 'logger' | 'openRequests' | 'stores'
>;

const HISTORY_MS = 48 * 60 * 60_000;

export function groupSummary(group: StoredGroup): GroupSummary {
  const { environment, groupId, state, members, topics, lag } = group;
  const { instance, application, ownerRef } = group;
  return {
    environment,
    groupId,
    state,
    members,
    topics,
    lag,
    instance,
    application,
    ownerRef,
  };
}

/** One consumer group with its place in every partition, from the cluster where it answers. */
export async function groupDetail(
  parts: Parts,
  ref: { environment: string; groupId: string },
  viewer: Viewer,
): Promise<GroupDetail> {
  const { stores, openRequests, clock } = parts;
  const { environment, groupId } = ref;
  const group = visible(viewer, await stores.groups.get(environment, groupId), {
    type: 'group',
    name: groupId,
  });
  const since = new Date(clock().getTime() - HISTORY_MS).toISOString();
  const [history, earlier, [snapshot], notOwner, live] = await Promise.all([
    stores.lag.history(environment, groupId, since),
    stores.offsets.latest(environment, groupId),
    stores.snapshots.info([environment]),
    whyNot(parts, viewer, {
      environment,
      owner: group,
      subject: `the consumer group ${groupId}`,
    }),
    readLive(parts, environment, cluster => readNow(cluster, group)),
  ]);
  const members = live?.members ?? group.members;
  const busy =
    members > 0
      ? `The group has ${wordsOfCount(members, 'member')}: stop them first.`
      : undefined;
  return {
    ...groupSummary(group),
    ...(live && { state: live.state, members }),
    partitions: live?.partitions ?? [],
    history,
    undo: earlier && undoOf(earlier),
    openRequests: await openRequests.about(
      resourceRefs({
        kind: 'kafka.offset-reset',
        payload: {
          environment,
          group: groupId,
          instance: group.instance ?? '',
          strategy: { kind: 'latest' },
        },
      }),
    ),
    live: live !== undefined,
    snapshot,
    actions: { reset: action(notOwner ?? busy) },
  };
}

async function readNow({ admin }: Cluster, { groupId }: StoredGroup) {
  const [described, offsets] = await Promise.all([
    admin.describeGroups([{ groupId }]),
    admin.listGroupOffsets([groupId]),
  ]);
  const { state, members, memberList } = outcomeOf(described, groupId);
  const committed = outcomeOf(offsets, groupId);
  const ends = await endsOf(admin, [
    ...committed,
    ...memberList.flatMap(({ assigned }) => assigned),
  ]);
  const read = new Map(
    committed.map(each => [`${each.topic}/${each.partition}`, each.committed]),
  );
  const keys = new Set([
    ...read.keys(),
    ...memberList.flatMap(({ assigned }) =>
      assigned.flatMap(({ topic, partitions }) =>
        partitions.map(partition => `${topic}/${partition}`),
      ),
    ),
  ]);
  const partitions = [...keys].map((key): GroupPartitionView => {
    const slash = key.lastIndexOf('/');
    const topic = key.slice(0, slash);
    const partition = Number(key.slice(slash + 1));
    const before = read.get(key);
    const end = ends.get(key);
    const reader = readerOf(memberList, topic, partition);
    return {
      topic,
      partition,
      committed: before,
      end,
      lag:
        before === undefined || end === undefined
          ? undefined
          : String(
              BigInt(end) > BigInt(before) ? BigInt(end) - BigInt(before) : 0n,
            ),
      clientId: reader?.clientId,
      host: reader?.host,
    };
  });
  partitions.sort(
    (one, other) =>
      one.topic.localeCompare(other.topic) || one.partition - other.partition,
  );
  return { state, members, partitions };
}

function readerOf(
  members: readonly GroupMember[],
  topic: string,
  partition: number,
): GroupMember | undefined {
  return members.find(({ assigned }) =>
    assigned.some(
      each => each.topic === topic && each.partitions.includes(partition),
    ),
  );
}

function undoOf(record: OffsetRecord): OffsetUndo | undefined {
  const { requestId, at, environment, groupId, instance } = record;
  const offsets = record.offsets.flatMap(({ topic, partition, committed }) =>
    committed === undefined ? [] : [{ topic, partition, offset: committed }],
  );
  if (offsets.length === 0) return undefined;
  return {
    requestId,
    at,
    partitions: offsets.length,
    payload: {
      environment,
      instance,
      group: groupId,
      strategy: { kind: 'explicit', offsets },
    },
  };
}
