// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Decision, Execution } from '@fairway/requests-common';
import { visibleActions } from './visibleActions';

describe('visibleActions', () => {
  it.each<[Decision, Execution, string]>([
    ['draft', 'none', 'submit, revise, discard'],
    ['pending', 'none', 'approve, request-changes, reject, revise, cancel'],
    ['changes-requested', 'none', 'revise, cancel'],
    ['approved', 'waiting', 'cancel'],
    ['approved', 'partially-applied', 'retry, cancel'],
    ['approved', 'succeeded', ''],
    ['rejected', 'none', ''],
  ])('shows for %s and %s: %s', (decision, execution, names) => {
    expect(visibleActions({ decision, execution }).join(', ')).toBe(names);
  });
});
