// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { formatRelative } from './formatRelative';

describe('formatRelative', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it.each([
    ['2026-11-22T11:59:30Z', 'now'],
    ['2026-11-22T11:57:00Z', '3 minutes ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-21T11:00:00Z', 'yesterday'],
    ['2026-11-10T12:00:00Z', 'last week'],
    ['2026-08-01T12:00:00Z', '3 months ago'],
    ['2024-11-22T12:00:00Z', '2 years ago'],
    ['2026-11-24T12:00:00Z', 'in 2 days'],
  ])('says %s as "%s"', (time, words) => {
    expect(
      formatRelative({ time: Date.parse(time), now, language: 'en' }),
    ).toBe(words);
  });
});
