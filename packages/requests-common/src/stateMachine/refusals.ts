// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestsCommonError } from '../errors';
import type { Refusal } from '../refusal';
import type { Decision, Execution } from '../types';
import type { RequestState, StateEventType } from './types';

const DONE: Record<StateEventType, string> = {
  submit: 'submitted',
  discard: 'discarded',
  'draft-expire': 'expired as a draft',
  revise: 'revised',
  supersede: 'planned again',
  'auto-approve': 'approved by a rule',
  approve: 'approved',
  reject: 'rejected',
  'request-changes': 'sent back for changes',
  cancel: 'cancelled',
  expire: 'expired',
  start: 'started',
  wait: 'made to wait',
  resume: 'resumed',
  succeed: 'finished',
  fail: 'marked as failed',
  'partially-apply': 'marked as partially applied',
  retry: 'tried again',
  compensate: 'undone',
};

const ENDED_DECISIONS: readonly Decision[] = [
  'rejected',
  'cancelled',
  'expired',
];
const ENDED_EXECUTIONS: readonly Execution[] = ['succeeded', 'compensated'];

/** Whether a request never changes again. @public */
export function hasEnded(
  state: Pick<RequestState, 'decision' | 'execution'>,
): boolean {
  return (
    ENDED_DECISIONS.includes(state.decision) ||
    ENDED_EXECUTIONS.includes(state.execution)
  );
}

/**
 * Whether events can lead to a state: a request is executed if and only if it is approved, and nothing irreversible
 * begins elsewhere.
 */
export function isPossible(state: RequestState): boolean {
  const { decision, execution, irreversibleBegun } = state;
  if ((decision === 'approved') !== (execution !== 'none')) return false;
  return (
    !irreversibleBegun || (execution !== 'none' && execution !== 'compensated')
  );
}

/** Refuses what no event may touch. */
export function refuseUntouchable(
  state: RequestState,
  event: StateEventType,
): Refusal | undefined {
  if (!isPossible(state)) {
    return refusal(
      requestsCommonError('request-state-impossible', {
        state: `${inWords(state)}, execution ${state.execution}`,
      }),
    );
  }
  if (!hasEnded(state)) return undefined;
  return refusal(
    requestsCommonError('request-ended', {
      done: DONE[event],
      state: inWords(state),
    }),
  );
}

/** Refuses what cannot be put back any more. */
export function refuseIrreversible(
  state: RequestState,
  event: StateEventType,
): Refusal | undefined {
  if (!state.irreversibleBegun) return undefined;
  return refusal(
    requestsCommonError('request-irreversible', {
      done: DONE[event],
      state: inWords(state),
    }),
  );
}

/** Refuses an event that the table has no line for. */
export function refuseState(
  state: RequestState,
  event: StateEventType,
  needed: string[],
): Refusal {
  return refusal(
    requestsCommonError('request-not-in-state', {
      done: DONE[event],
      state: inWords(state),
      needed: needed.join(' or '),
    }),
  );
}

/** Code and words of an error, without its stack. */
export function refusal({ code, message }: Refusal): Refusal {
  return { code, message };
}

function inWords({ decision, execution }: RequestState): string {
  return decision === 'approved' && execution !== 'none'
    ? `${decision}, ${execution}`
    : decision;
}
