// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  wordsOfBytes,
  wordsOfCount,
  wordsOfMilliseconds,
  wordsOfMoment,
} from '.';

it('says bytes in the unit that people say', () => {
  expect(
    [0, 1, 999, 1_000, 263_016, 1_500_000_000, 2e15].map(bytes =>
      wordsOfBytes(bytes, 'en'),
    ),
  ).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '263 kB',
    '1.5 GB',
    '2,000 TB',
  ]);
});

it('says milliseconds in the largest unit that is whole', () => {
  expect(
    ['604800000', '86400000', '5400000', '61000', '0', '-1', 'none'].map(
      value => wordsOfMilliseconds(value, 'en'),
    ),
  ).toEqual([
    '7 days',
    '1 day',
    '90 minutes',
    '61 seconds',
    '0 milliseconds',
    undefined,
    undefined,
  ]);
});

it('says a moment in the time that is the same everywhere', () => {
  expect(wordsOfMoment(new Date('2026-12-07T10:00:59+02:00'))).toBe(
    '7 December 2026 at 08:00 UTC',
  );
});

it('counts one and many', () => {
  expect([0, 1, 2n, '1'].map(each => wordsOfCount(each, 'member'))).toEqual([
    '0 members',
    '1 member',
    '2 members',
    '1 member',
  ]);
});
