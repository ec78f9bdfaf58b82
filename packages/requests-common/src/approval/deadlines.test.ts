// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule, ApprovalStage } from '../types';
import { deadlines, parseDuration } from '.';

const HOUR = 3_600_000;

describe('parseDuration', () => {
  it.each([
    ['P2W', 14 * 24 * HOUR],
    ['P2D', 48 * HOUR],
    ['PT12H', 12 * HOUR],
    ['PT90M', 1.5 * HOUR],
    ['P1DT2H3M4S', 26 * HOUR + 184_000],
    ['P1DT30M', 24.5 * HOUR],
    ['P36500D', 36_500 * 24 * HOUR],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1Y',
    'P1M',
    'P1W1D',
    'PT1.5H',
    'P-1D',
    '-P1D',
    'p1d',
    'PT1M2H',
    '2 days',
    'P1D\n',
    'P٢D',
    'P0D',
    'P36501D',
    `P${'9'.repeat(400)}D`,
  ])('refuses "%s"', text => {
    expect(() => parseDuration(text)).toThrow(
      expect.objectContaining({ code: 'duration-invalid', name: 'InputError' }),
    );
  });
});

describe('deadlines', () => {
  const submitted = '2026-11-22T10:00:00.000Z';
  const rule = (...stages: Partial<ApprovalStage>[]): ApprovalRule => ({
    mode: 'stages',
    by: [],
    stages: stages.map(stage => ({
      id: 'x',
      from: [],
      count: 1,
      rejectAfter: 1,
      ...stage,
    })),
  });
  const iso = (given: ApprovalRule) => {
    const { decideBy, remindAt } = deadlines(given, submitted);
    return [decideBy?.toISOString(), remindAt?.toISOString()];
  };

  it('takes the shortest times of the stages', () => {
    const given = rule(
      { decideWithin: 'P2D', remindAfter: 'PT12H' },
      { decideWithin: 'P1D', remindAfter: 'PT18H' },
      {},
    );
    expect(iso(given)).toEqual([
      '2026-11-23T10:00:00.000Z',
      '2026-11-22T22:00:00.000Z',
    ]);
    expect(deadlines(given, new Date(submitted))).toEqual(
      deadlines(given, submitted),
    );
  });

  it('has none where no stage says one', () => {
    expect(deadlines(rule({}), submitted)).toEqual({});
    expect(deadlines({ mode: 'auto', by: ['x'] }, submitted)).toEqual({});
  });

  it('reminds nobody of what is over', () => {
    expect(iso(rule({ decideWithin: 'PT1H', remindAfter: 'PT1H' }))).toEqual([
      '2026-11-22T11:00:00.000Z',
      undefined,
    ]);
    expect(iso(rule({ remindAfter: 'PT1H' }))).toEqual([
      undefined,
      '2026-11-22T11:00:00.000Z',
    ]);
  });

  it('refuses a rule that it cannot read', () => {
    expect(() => deadlines(rule({ decideWithin: 'soon' }), submitted)).toThrow(
      '"soon" is not a duration that can be used: it has to be weeks, or days, hours, minutes and seconds. Write it like P2D, PT12H or P1DT30M.',
    );
  });
});
