// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check';
import { codes, ORDERS } from '../__testUtils__/examples';
import type { ObservedGroup } from '../model/observed';
import type { OffsetResetPayload, OffsetStrategy } from '../schemas/access';
import {
  type PartitionLog,
  previewOffsetReset,
  resetTime,
  undoOffsetReset,
} from './reset';
import { durationToMilliseconds } from './time';

const now = '2026-11-22T12:00:00Z';

const group: ObservedGroup = {
  groupId: 'orders-billing',
  state: 'EMPTY',
  members: 0,
  topics: ['orders.created'],
};

const logs: PartitionLog[] = [
  {
    topic: 'orders.created',
    partition: 0,
    start: '100',
    end: '200',
    committed: '150',
    atTime: '120',
  },
  {
    topic: 'orders.created',
    partition: 1,
    start: '0',
    end: '9007199254740993',
  },
];

const payloadOf = (strategy: OffsetStrategy): OffsetResetPayload => ({
  environment: 'prod',
  instance: 'orders@prod',
  group: 'orders-billing',
  strategy,
});

const preview = (strategy: OffsetStrategy, fields = {}) =>
  previewOffsetReset({
    payload: payloadOf(strategy),
    instance: ORDERS,
    group,
    logs,
    now,
    ...fields,
  });

const offsets = (strategy: OffsetStrategy) =>
  preview(strategy).moves.map(({ after }) => after);

describe('an offset reset', () => {
  it.each<[OffsetStrategy, string[]]>([
    [{ kind: 'earliest' }, ['100', '0']],
    [{ kind: 'latest' }, ['200', '9007199254740993']],
    [
      { kind: 'date-time', at: '2026-11-22T10:00:00Z' },
      ['120', '9007199254740993'],
    ],
    [{ kind: 'duration', ago: 'PT2H' }, ['120', '9007199254740993']],
    [
      {
        kind: 'explicit',
        offsets: [
          { topic: 'orders.created', partition: 1, offset: '9007199254740991' },
        ],
      },
      ['9007199254740991'],
    ],
  ])('with %p goes to %p', (strategy, expected) => {
    expect(preview(strategy).problems).toEqual([]);
    expect(offsets(strategy)).toEqual(expected);
  });

  it('shows old and new place, what is read again, and what is left', () => {
    expect(preview({ kind: 'earliest' }).moves[0]).toEqual({
      topic: 'orders.created',
      partition: 0,
      before: '150',
      after: '100',
      records: '-50',
      lag: '100',
    });
  });

  it('stays within the log, and says where it was cut', () => {
    const back = preview({ kind: 'shift', by: -60 });
    expect(back.moves[0]).toMatchObject({ after: '100', requested: '90' });
    expect(back.problems.map(({ code, severity }) => [code, severity])).toEqual(
      [
        ['offset-clamped', 'warn'],
        ['offset-not-committed', 'error'],
      ],
    );
    expect(back.problems[0].next).toBe('The group will go on at 100.');
  });

  it('never leaves the log, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.nat(1_000),
        fc.nat(3_000),
        fc.integer({ min: -5_000, max: 5_000 }),
        (start, length, committed, by) => {
          const log = {
            topic: 't',
            partition: 0,
            start: String(start),
            end: String(start + length),
            committed: String(committed),
          };
          const strategy = { kind: 'shift' as const, by };
          const { moves, problems } = preview(strategy, { logs: [log] });
          const wanted = committed + by;
          const after = Math.min(Math.max(wanted, start), start + length);
          expect(moves[0].after).toBe(String(after));
          expect(codes(problems)).toEqual(
            after === wanted ? [] : ['offset-clamped'],
          );
        },
      ),
    );
  });

  it('is of an empty group of the instance', () => {
    const check = (fields: object) =>
      codes(preview({ kind: 'earliest' }, fields).problems);
    expect(check({ group: { ...group, state: 'STABLE', members: 1 } })).toEqual(
      ['group-not-empty'],
    );
    expect(check({ group: { ...group, state: 'UNKNOWN' } })).toEqual([
      'group-not-empty',
    ]);
    expect(check({ group: undefined })).toEqual(['group-not-found']);
    expect(check({ instance: { ...ORDERS, patterns: [] } })).toEqual([
      'group-outside-ownership',
    ]);
    expect(check({ instance: undefined, logs: [] })).toEqual([
      'instance-not-found',
      'offset-partitions-none',
    ]);
  });

  it('is of the chosen partitions, which have to be there', () => {
    const topics = [{ name: 'orders.created', partitions: [1, 7] }];
    const payload = { ...payloadOf({ kind: 'earliest' }), topics };
    const found = preview({ kind: 'earliest' }, { payload });
    expect(found.moves.map(({ partition }) => partition)).toEqual([1]);
    expect(found.problems).toMatchObject([
      {
        code: 'offset-partition-unknown',
        path: ['topics', 0, 'partitions', 1],
        value: 7,
      },
    ]);
  });

  it('is undone by another one', () => {
    const { moves } = preview({ kind: 'latest' });
    const payload = undoOffsetReset({
      payload: payloadOf({ kind: 'latest' }),
      moves,
    })!;
    const moved = logs.map((log, index) => ({
      ...log,
      committed: moves[index].after,
    }));
    const back = previewOffsetReset({
      payload,
      instance: ORDERS,
      group,
      logs: moved,
      now,
    });
    expect(back.moves).toMatchObject([{ partition: 0, after: '150' }]);
    expect(
      undoOffsetReset({ payload, moves: [{ ...moves[1] }] }),
    ).toBeUndefined();
  });
});

describe('the time of a reset', () => {
  it('is asked of the broker in milliseconds', () => {
    expect(
      resetTime({ strategy: { kind: 'duration', ago: 'PT1H' }, now }),
    ).toEqual({ timestamp: Date.parse('2026-11-22T11:00:00Z'), problems: [] });
    expect(resetTime({ strategy: { kind: 'latest' }, now })).toEqual({
      problems: [],
    });
  });

  it.each<OffsetStrategy>([
    { kind: 'duration', ago: 'P1M' },
    { kind: 'duration', ago: '2 hours' },
    { kind: 'date-time', at: 'yesterday' },
    { kind: 'date-time', at: '2026-11-22T10:00:00' },
    { kind: 'date-time', at: '2026-11-22T12:00:01Z' },
  ])('is refused as %p', strategy => {
    expect(codes(resetTime({ strategy, now }).problems)).toEqual([
      'offset-time-invalid',
    ]);
  });

  it.each([
    ['P1W', 604_800_000],
    ['P1DT1H', 90_000_000],
    ['PT1M30S', 90_000],
    ['P', undefined],
    ['PT', undefined],
    ['P1DT', undefined],
  ])('reads the duration %s as %p', (text, expected) => {
    expect(durationToMilliseconds(text)).toBe(expected);
  });
});
