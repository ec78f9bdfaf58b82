// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Decision, Execution } from '@fairway/requests-common';
import { describeState, isUnderWay } from './describeState';

describe('describeState', () => {
  it.each<[Decision, Execution, string]>([
    ['draft', 'none', 'draft'],
    ['changes-requested', 'none', 'changesRequested'],
    ['approved', 'queued', 'queued'],
    ['approved', 'partially-applied', 'partiallyApplied'],
    ['approved', 'compensated', 'compensated'],
    // The steps that close a pull request do not make a rejected one look alive.
    ['rejected', 'running', 'rejected'],
  ])('calls %s and %s "%s"', (decision, execution, key) => {
    expect(describeState({ decision, execution }).key).toBe(key);
  });

  it.each<[Decision, Execution, boolean]>([
    ['draft', 'none', true],
    ['approved', 'waiting', true],
    ['approved', 'succeeded', false],
    ['approved', 'failed', false],
    ['rejected', 'none', false],
  ])(
    'knows whether %s and %s can go on by itself',
    (decision, execution, is) => {
      expect(isUnderWay({ decision, execution })).toBe(is);
    },
  );
});
