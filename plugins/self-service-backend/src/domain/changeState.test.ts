// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { nextChangeState, statesBefore } from './changeState';

describe('the states of a change', () => {
  it.each([
    ['proposing', 'opened', 'open'],
    ['proposing', 'failed', 'failed'],
    ['failed', 'retried', 'proposing'],
    ['failed', 'opened', 'open'],
  ] as const)('%s, when %s, becomes %s', (state, event, next) => {
    expect(nextChangeState(state, event)).toBe(next);
  });

  it.each(['opened', 'failed', 'retried'] as const)(
    'an open change is never %s again',
    event => {
      expect(() => nextChangeState('open', event)).toThrow(
        expect.objectContaining({ code: 'change-state' }),
      );
      expect(statesBefore(event)).toEqual(['proposing', 'failed']);
    },
  );
});
