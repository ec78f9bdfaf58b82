// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type GroupDetail,
  type OffsetResetPayload,
  type OffsetStrategy,
  resetTime,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { numberOf } from '../form';

export const STRATEGIES = [
  'earliest',
  'latest',
  'date-time',
  'duration',
  'shift',
  'explicit',
] as const;

/** The form of a reset as it is filled in. */
export interface ResetDraft {
  kind: OffsetStrategy['kind'];
  /** As `<input type="datetime-local">` has it, in the time of the browser. */
  at: string;
  /** ISO 8601. */
  ago: string;
  by: string;
  /** Of `topic/partition`. */
  offsets: Record<string, string>;
  /** Topics to reset; all that the group has offsets of if none is chosen. */
  topics: string[];
}

/** Local time as the instant that it is. */
export function instantOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}

export function strategyOf(
  draft: ResetDraft,
  { partitions }: Pick<GroupDetail, 'partitions'>,
): OffsetStrategy {
  switch (draft.kind) {
    case 'date-time':
      return { kind: 'date-time', at: instantOf(draft.at) };
    case 'duration':
      return { kind: 'duration', ago: draft.ago.trim() };
    case 'shift':
      return { kind: 'shift', by: numberOf(draft.by) ?? 0 };
    case 'explicit':
      return {
        kind: 'explicit',
        offsets: partitions.flatMap(({ topic, partition }) => {
          const offset = draft.offsets[`${topic}/${partition}`]?.trim();
          return offset ? [{ topic, partition, offset }] : [];
        }),
      };
    default:
      return { kind: draft.kind };
  }
}

export function payloadOf(
  draft: ResetDraft,
  group: GroupDetail,
): OffsetResetPayload {
  const isNarrowed =
    draft.kind !== 'explicit' &&
    draft.topics.length > 0 &&
    draft.topics.length < group.topics.length;
  return {
    environment: group.environment,
    instance: group.instance ?? '',
    group: group.groupId,
    ...(isNarrowed && { topics: draft.topics.map(name => ({ name })) }),
    strategy: strategyOf(draft, group),
  };
}

/** Whether there is enough to ask the broker about. */
export function isComplete(payload: OffsetResetPayload, now: string): boolean {
  const { strategy } = payload;
  if (strategy.kind === 'explicit') {
    return (
      strategy.offsets.length > 0 &&
      strategy.offsets.every(({ offset }) => /^\d{1,19}$/.test(offset))
    );
  }
  if (strategy.kind === 'shift') {
    return Number.isInteger(strategy.by) && strategy.by !== 0;
  }
  return resetTime({ strategy, now }).problems.length === 0;
}
