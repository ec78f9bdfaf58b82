// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OffsetMove,
  type OffsetResetPayload,
  type OffsetStrategy,
  type PartitionLog,
  previewOffsetReset,
  resetTime,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { wordsOfCount } from '@fairway/requests-common';
import { allOf, succeededOf } from '../../kafka/outcomes';
import { committedOf, logsOf } from '../execute/offsetWorks';
import type { OffsetMovement } from '../execute/types';
import { instanceOf, standingOf } from './book';
import type { Draft, DraftContext } from './types';

/** Where a group would go on. Its place now is that of an empty group, so it stays until the reset. */
export async function draftOffsetReset(
  payload: OffsetResetPayload,
  context: DraftContext,
): Promise<Draft> {
  const { state, since } = context;
  const { group: groupId, strategy } = payload;
  const instance = instanceOf(state, payload.instance);
  const group = state.observed.groups?.find(each => each.groupId === groupId);
  const logs = await logsOfReset(payload, context);
  const { moves, problems } = previewOffsetReset({
    payload,
    instance,
    group,
    logs,
    now: since.toISOString(),
  });
  const movements = moves.map(move => movementOf(move, strategy));
  const title = `Reset the offsets of the group ${groupId} in ${state.environment.displayName}`;
  return {
    operation: 'reset',
    title,
    ownerRef: instance?.ownerRef,
    standing: standingOf(instance, payload.instance),
    problems,
    desired: {},
    works: [
      {
        id: `offsets.reset:${groupId}`,
        action: 'offsets.reset',
        title: `Let the group ${groupId} go on at other places in ${moves.length} partitions`,
        irreversible: false,
        group: groupId,
        moves: movements,
      },
    ],
    records: [],
    changes: movements.map(({ topic, partition, before, after }) => ({
      path: `group ${groupId} / ${topic} / ${partition}`,
      ...(before !== undefined && { before }),
      after,
    })),
    effects: [],
    risks: risksOf(groupId, moves),
    // Numbers of the moment: an approval is not bound to them.
    checks: [
      {
        name: 'Offsets of the moment',
        state: 'passed',
        summary: moves
          .map(
            ({ topic, partition, before = 'none', after, lag }) =>
              `${topic}/${partition}: ${before} → ${after}, ${wordsOfCount(
                lag,
                'record',
              )} to the end`,
          )
          .join('; '),
      },
    ],
  };
}

/** Ends of logs go on while a request waits: they are looked up when it is done. */
function movementOf(
  { topic, partition, before, after, requested }: OffsetMove,
  strategy: OffsetStrategy,
): OffsetMovement {
  const named = {
    earliest: 'start of the log',
    latest: 'end of the log',
  }[strategy.kind as string];
  return {
    topic,
    partition,
    ...(before !== undefined && { before }),
    // What was asked for beyond the log is clamped anew when it is done.
    after: named ?? requested ?? after,
  };
}

function risksOf(group: string, moves: readonly OffsetMove[]) {
  const total = (sign: 1n | -1n) =>
    moves.reduce((sum, { records = '0' }) => {
      const count = BigInt(records) * sign;
      return count > 0n ? sum + count : sum;
    }, 0n);
  const skipped = total(1n);
  const again = total(-1n);
  return [
    ...(skipped > 0n
      ? [
          {
            code: 'skips-records',
            level: 'high' as const,
            message: `The group ${group} does not read ${wordsOfCount(
              skipped,
              'record',
            )}.`,
          },
        ]
      : []),
    ...(again > 0n
      ? [
          {
            code: 'reads-again',
            level: 'medium' as const,
            message: `The group ${group} reads ${wordsOfCount(
              again,
              'record',
            )} again.`,
          },
        ]
      : []),
  ];
}

async function logsOfReset(
  payload: OffsetResetPayload,
  { cluster, since, state }: DraftContext,
): Promise<PartitionLog[]> {
  if (!cluster) return [];
  const { group, strategy } = payload;
  const at = { environment: state.environment.name, admin: cluster.admin };
  const committed = await committedOf(at, group);
  const asked = [...topicsOf(payload, committed)];
  // What was committed of a topic stays when it goes.
  const there = succeededOf(await cluster.admin.describeTopics(asked));
  const topics = asked.filter(name => there.has(name));
  if (topics.length === 0) return [];
  const logs = await logsOf(at, topics);
  const { timestamp } = resetTime({ strategy, now: since.toISOString() });
  const timed = new Map<string, string | undefined>();
  if (timestamp !== undefined) {
    const found = allOf(
      await cluster.admin.listOffsets(topics, { time: timestamp }),
    );
    for (const [topic, offsets] of found) {
      for (const { partition, offset } of offsets) {
        timed.set(`${topic}/${partition}`, offset);
      }
    }
  }
  return [...logs].map(([key, { start, end }]) => {
    const slash = key.lastIndexOf('/');
    const atTime = timed.get(key);
    const place = committed.get(key);
    return {
      topic: key.slice(0, slash),
      partition: Number(key.slice(slash + 1)),
      start,
      end,
      ...(place !== undefined && { committed: place }),
      ...(atTime !== undefined && { atTime }),
    };
  });
}

function topicsOf(
  { strategy, topics }: OffsetResetPayload,
  committed: Map<string, string>,
): Set<string> {
  if (strategy.kind === 'explicit') {
    return new Set(strategy.offsets.map(({ topic }) => topic));
  }
  return new Set(
    topics?.map(({ name }) => name) ??
      [...committed.keys()].map(key => key.slice(0, key.lastIndexOf('/'))),
  );
}
