// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApplicationInstance } from '../model/application';
import type { ObservedGroup } from '../model/observed';
import { type Problem, problem } from '../problems';
import type { OffsetResetPayload, OffsetStrategy } from '../schemas/access';
import { checkGroup, checkPartitionsExist } from './checks';
import { durationToMilliseconds } from './time';

/** A partition as the broker has it. Offsets are decimal text. @public */
export interface PartitionLog {
  topic: string;
  partition: number;
  /** First offset that the log still holds. */
  start: string;
  /** Where the next record goes. */
  end: string;
  /** What the group has read up to; left out: nothing. */
  committed?: string;
  /** First offset at or after the asked time; left out where there is none, and the end is taken. */
  atTime?: string;
}

/** One line of the preview. @public */
export interface OffsetMove {
  topic: string;
  partition: number;
  /** Left out: the group had none. */
  before?: string;
  after: string;
  /** Set where the log does not hold what was asked for. */
  requested?: string;
  /** Records between the old and the new place; negative: they are read again. */
  records?: string;
  /** Records from the new place to the end. */
  lag: string;
}

/** @public */
export interface OffsetPreview {
  moves: OffsetMove[];
  /** Errors stop the reset, warnings name what was clamped. */
  problems: Problem[];
}

/**
 * The time that the broker has to be asked for, in milliseconds since 1970;
 * undefined for strategies without a time.
 *
 * @public
 */
export function resetTime(options: {
  strategy: OffsetStrategy;
  /** ISO 8601. */
  now: string;
}): { timestamp?: number; problems: Problem[] } {
  const { strategy, now } = options;
  const fail = (
    value: string,
    fault: string,
    example: string,
    key: string,
  ) => ({
    problems: [
      problem(
        'offset-time-invalid',
        { value, fault, example },
        { path: ['strategy', key], value },
      ),
    ],
  });
  if (strategy.kind === 'duration') {
    const ago = durationToMilliseconds(strategy.ago);
    return ago === undefined
      ? fail(strategy.ago, 'is no duration', 'PT2H or P1D', 'ago')
      : { timestamp: Date.parse(now) - ago, problems: [] };
  }
  if (strategy.kind !== 'date-time') return { problems: [] };
  const { at } = strategy;
  const timestamp = Date.parse(at);
  const isDateTime =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(
      at,
    );
  if (!isDateTime || Number.isNaN(timestamp)) {
    return fail(at, 'is no time with a zone', now, 'at');
  }
  return timestamp > Date.parse(now)
    ? fail(at, 'has not come yet', 'a time that is past', 'at')
    : { timestamp, problems: [] };
}

/**
 * Where a group would go on, for every partition: the old place, the new one,
 * clamped to what the log holds. Pure: the logs are read before.
 *
 * @public
 */
export function previewOffsetReset(options: {
  payload: OffsetResetPayload;
  /** The instance that asks; left out: there is none. */
  instance?: ApplicationInstance;
  /** The group as it is; left out: there is none. */
  group?: ObservedGroup;
  /** Of every topic that the payload names, or that the group has offsets of. */
  logs: readonly PartitionLog[];
  /** ISO 8601. */
  now: string;
}): OffsetPreview {
  const { payload, logs, now } = options;
  const chosen = logs.filter(log => isChosen(payload, log));
  const problems = [
    ...checkGroup(options),
    ...checkPartitionsExist(payload, logs),
    ...resetTime({ strategy: payload.strategy, now }).problems,
  ];
  if (chosen.length === 0) {
    const where = { path: ['topics'] };
    const values = { group: payload.group };
    problems.push(problem('offset-partitions-none', values, where));
  }
  const moves = chosen.flatMap(log => {
    const wanted = target(payload.strategy, log);
    if (wanted === undefined) {
      const { topic, partition } = log;
      const where = { path: ['strategy'] };
      problems.push(
        problem('offset-not-committed', { topic, partition }, where),
      );
      return [];
    }
    const move = toMove(log, wanted);
    if (move.requested !== undefined) problems.push(clamped(move));
    return [move];
  });
  return { moves, problems };
}

function isChosen({ strategy, topics }: OffsetResetPayload, log: PartitionLog) {
  if (strategy.kind === 'explicit') {
    return strategy.offsets.some(
      ({ topic, partition }) =>
        topic === log.topic && partition === log.partition,
    );
  }
  // Without a choice, what the group reads: it has an offset somewhere in the topic.
  if (!topics) return true;
  return topics.some(
    ({ name, partitions }) =>
      name === log.topic && (partitions?.includes(log.partition) ?? true),
  );
}

function target(strategy: OffsetStrategy, log: PartitionLog) {
  switch (strategy.kind) {
    case 'earliest':
      return BigInt(log.start);
    case 'latest':
      return BigInt(log.end);
    case 'shift':
      return log.committed === undefined
        ? undefined
        : BigInt(log.committed) + BigInt(strategy.by);
    case 'explicit':
      return BigInt(
        strategy.offsets.find(
          ({ topic, partition }) =>
            topic === log.topic && partition === log.partition,
        )!.offset,
      );
    default:
      return BigInt(log.atTime ?? log.end);
  }
}

function toMove(log: PartitionLog, wanted: bigint): OffsetMove {
  const { topic, partition, committed } = log;
  const start = BigInt(log.start);
  const end = BigInt(log.end);
  let after = wanted;
  if (after < start) after = start;
  if (after > end) after = end;
  return {
    topic,
    partition,
    ...(committed !== undefined && {
      before: committed,
      records: String(after - BigInt(committed)),
    }),
    after: String(after),
    ...(after !== wanted && { requested: String(wanted) }),
    lag: String(end - after),
  };
}

function clamped({ topic, partition, requested = '', after }: OffsetMove) {
  return problem(
    'offset-clamped',
    { topic, partition, offset: requested, clamped: after },
    { path: ['strategy'], value: requested },
  );
}

/**
 * The request that puts a group back to where it was: explicit offsets of every
 * partition that had one. Undefined when none had.
 *
 * @public
 */
export function undoOffsetReset(options: {
  payload: OffsetResetPayload;
  moves: readonly OffsetMove[];
}): OffsetResetPayload | undefined {
  const { environment, instance, group } = options.payload;
  const offsets = options.moves.flatMap(({ topic, partition, before }) =>
    before === undefined ? [] : [{ topic, partition, offset: before }],
  );
  return offsets.length === 0
    ? undefined
    : { environment, instance, group, strategy: { kind: 'explicit', offsets } };
}
