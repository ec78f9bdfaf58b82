// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { lifetimeInWords } from './lifetimeInWords';

describe('lifetimeInWords', () => {
  it.each([
    ['P14D', '14 days'],
    ['P2W', '14 days'],
    ['P1D', '1 day'],
    ['P1DT12H', '36 hours'],
    ['PT90M', '90 minutes'],
    ['PT1H0M5S', '3,605 seconds'],
  ])('says %s as %s: nothing is rounded', (lifetime, words) => {
    expect(lifetimeInWords(lifetime)).toBe(words);
  });
});
