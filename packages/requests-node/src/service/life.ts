// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  isRefusal,
  type NextState,
  refusalError,
  type RequestState,
  type RequestStep,
  type StateEvent,
  transition,
} from '@fairway/requests-common';
import type { StoredRequest } from '../store/types';

/** Whether something has begun that cannot be put back. Rows of an approval that lapsed are no part of it. */
export function irreversibleBegun(loaded: {
  request: Pick<StoredRequest, 'decision'>;
  steps: RequestStep[];
}): boolean {
  return (
    loaded.request.decision === 'approved' &&
    loaded.steps.some(
      ({ phase, irreversible, attempt }) =>
        phase === 'execute' && irreversible && attempt > 0,
    )
  );
}

export function stateOf(loaded: {
  request: Pick<StoredRequest, 'decision' | 'execution'>;
  steps: RequestStep[];
}): RequestState {
  const { decision, execution } = loaded.request;
  return { decision, execution, irreversibleBegun: irreversibleBegun(loaded) };
}

/**
 * Both fields after the events, one after the other.
 *
 * @throws what the state machine refuses with
 */
export function moved(state: RequestState, ...events: StateEvent[]): NextState {
  let now = state;
  for (const event of events) {
    const next = transition(now, event);
    if (isRefusal(next)) throw refusalError(next);
    const { decision, execution } = next;
    const begun = now.irreversibleBegun && decision === 'approved';
    now = { decision, execution, irreversibleBegun: begun };
  }
  return { decision: now.decision, execution: now.execution };
}

/** Why the events cannot happen, if they cannot. */
export function refusalOf(
  state: RequestState,
  ...events: StateEvent[]
): Error | undefined {
  try {
    moved(state, ...events);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
