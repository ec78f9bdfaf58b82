// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { selfServiceError } from '../errors';

/** States that are ours to keep; `merged` and `closed` are read from the host. */
export type StoredChangeState = 'proposing' | 'open' | 'failed';

/** What can happen to a change while it is written to Git. */
export type ChangeEvent = 'opened' | 'failed' | 'retried';

const TRANSITIONS: Record<
  StoredChangeState,
  Partial<Record<ChangeEvent, StoredChangeState>>
> = {
  proposing: { opened: 'open', failed: 'failed', retried: 'proposing' },
  // Of two processes that write the same change one may fail and the other get through.
  failed: { opened: 'open', failed: 'failed', retried: 'proposing' },
  open: {},
};

/**
 * The state after an event.
 *
 * @throws ConflictError `change-state` when the event cannot happen in this state
 */
export function nextChangeState(
  state: StoredChangeState,
  event: ChangeEvent,
): StoredChangeState {
  const next = TRANSITIONS[state][event];
  if (!next) {
    throw selfServiceError('change-state', { state, event });
  }
  return next;
}

/** The states in which an event can happen, for a guarded update. */
export function statesBefore(event: ChangeEvent): StoredChangeState[] {
  return (Object.keys(TRANSITIONS) as StoredChangeState[]).filter(
    state => TRANSITIONS[state][event] !== undefined,
  );
}
