// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestsCommonError } from '../errors';
import type { Refusal } from '../refusal';
import type { Decision } from '../types';
import {
  refusal,
  refuseIrreversible,
  refuseState,
  refuseUntouchable,
} from './refusals';
import type { RequestState, StateEvent, StateEventType } from './types';

type Lines = Partial<Record<Decision, Decision>>;

/** Steps are for approved requests alone, and leave the decision as it is. */
const EXECUTES: Lines = { approved: 'approved' };
const openTo = (end: Decision): Lines => ({
  pending: end,
  'changes-requested': end,
});

const TABLE: Record<StateEventType, Lines> = {
  submit: { draft: 'pending' },
  discard: { draft: 'cancelled' },
  'draft-expire': { draft: 'expired' },
  revise: {
    draft: 'draft',
    pending: 'pending',
    'changes-requested': 'pending',
    approved: 'pending',
  },
  supersede: {
    pending: 'pending',
    'changes-requested': 'changes-requested',
    approved: 'pending',
  },
  'auto-approve': { pending: 'approved' },
  approve: { pending: 'approved' },
  reject: openTo('rejected'),
  'request-changes': { pending: 'changes-requested' },
  cancel: { ...openTo('cancelled'), ...EXECUTES },
  expire: openTo('expired'),
  start: EXECUTES,
  wait: EXECUTES,
  resume: EXECUTES,
  succeed: EXECUTES,
  fail: EXECUTES,
  'partially-apply': EXECUTES,
  retry: EXECUTES,
  compensate: EXECUTES,
};

/**
 * The decision after an event, or why it does not happen.
 *
 * `draft → pending | cancelled | expired`, `pending → approved | rejected | cancelled | expired`,
 * `pending ⇄ changes-requested`, and `approved → pending` before the first irreversible step. From `changes-requested` a
 * request can also be rejected, cancelled and expired: whoever was asked for changes must be able to withdraw, and what
 * they leave lying must end.
 *
 * @public
 */
export function nextDecision(
  state: RequestState,
  event: StateEvent,
): Decision | Refusal {
  const untouchable = refuseUntouchable(state, event.type);
  if (untouchable) return untouchable;

  const lines = TABLE[event.type];
  const next = lines[state.decision];
  if (!next) return refuseState(state, event.type, Object.keys(lines));

  if (state.decision === 'approved' && next !== 'approved') {
    const tooLate = refuseIrreversible(state, event.type);
    if (tooLate) return tooLate;
  }
  return refuseUnfounded(event) ?? next;
}

/** An approval rests on complete stages, or on a rule that is named. */
function refuseUnfounded(event: StateEvent): Refusal | undefined {
  if (event.type === 'auto-approve') {
    return event.by.some(id => id.trim() !== '')
      ? undefined
      : refusal(
          requestsCommonError('approval-rule-missing', { event: event.type }),
        );
  }
  if (event.type === 'approve') {
    const open = event.stages.filter(({ state }) => state !== 'approved');
    return event.stages.length > 0 && open.length === 0
      ? undefined
      : refusal(
          requestsCommonError('approval-incomplete', {
            stages: open.map(({ stage }) => stage.id).join(', '),
          }),
        );
  }
  return undefined;
}
