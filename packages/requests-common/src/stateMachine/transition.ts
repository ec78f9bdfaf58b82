// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Refusal } from '../refusal';
import type { Decision, Execution } from '../types';
import { nextDecision } from './decision';
import { nextExecution } from './execution';
import type { RequestState, StateEvent } from './types';

/** Both fields after an event. @public */
export interface NextState {
  decision: Decision;
  execution: Execution;
}

/**
 * The one way in which the two fields of a request change: what both {@link nextDecision} and {@link nextExecution} allow.
 * Pure; a refusal leaves the state as it is, see {@link isRefusal}.
 *
 * @example
 * ```ts
 * const next = transition(request, { type: 'approve', stages });
 * if (isRefusal(next)) throw refusalError(next);
 * ```
 *
 * @public
 */
export function transition(
  state: RequestState,
  event: StateEvent,
): NextState | Refusal {
  const decision = nextDecision(state, event);
  if (typeof decision !== 'string') return decision;
  const execution = nextExecution(state, event);
  if (typeof execution !== 'string') return execution;
  return { decision, execution };
}
