// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Refusal } from '../refusal';
import type { Execution } from '../types';
import { refuseIrreversible, refuseState, refuseUntouchable } from './refusals';
import type { RequestState, StateEvent, StateEventType } from './types';

type Lines = Partial<Record<Execution, Execution>>;

/** What concerns the decision alone happens before anything is executed. */
const BEFORE: Lines = { none: 'none' };

/** A failed one too: what failed before anything irreversible can be put right and asked for again. */
const TAKEN_BACK: Lines = {
  none: 'none',
  queued: 'none',
  running: 'none',
  waiting: 'none',
  failed: 'none',
};

/** Not while a step runs: it is asked again when the step waits or has ended. */
const UNDONE: Lines = { queued: 'compensated', waiting: 'compensated' };

const endsAs = (end: Execution): Lines => ({ running: end, waiting: end });

const TABLE: Record<StateEventType, Lines> = {
  submit: BEFORE,
  discard: BEFORE,
  'draft-expire': BEFORE,
  revise: TAKEN_BACK,
  supersede: TAKEN_BACK,
  'auto-approve': { none: 'queued' },
  approve: { none: 'queued' },
  reject: BEFORE,
  'request-changes': BEFORE,
  cancel: { ...BEFORE, ...UNDONE },
  expire: BEFORE,
  start: { queued: 'running' },
  wait: { running: 'waiting' },
  resume: { waiting: 'running' },
  succeed: endsAs('succeeded'),
  fail: endsAs('failed'),
  'partially-apply': endsAs('partially-applied'),
  retry: { failed: 'queued', 'partially-applied': 'queued' },
  compensate: UNDONE,
};

/** Whether an event puts the world back, which has to be possible. */
const putsBack = ({ queued }: Lines) =>
  queued === 'none' || queued === 'compensated';

/**
 * The execution after an event, or why it does not happen.
 *
 * `none → queued → running ⇄ waiting → succeeded | failed | partially-applied`, `failed | partially-applied → queued` by a
 * retry, `queued | waiting → compensated` by a cancel after the approval, and back to `none` with a new revision; the last
 * two never once something irreversible has begun.
 *
 * @public
 */
export function nextExecution(
  state: RequestState,
  event: StateEvent,
): Execution | Refusal {
  const untouchable = refuseUntouchable(state, event.type);
  if (untouchable) return untouchable;

  const lines = TABLE[event.type];
  const tooLate = putsBack(lines) && refuseIrreversible(state, event.type);
  if (tooLate) return tooLate;

  return (
    lines[state.execution] ??
    refuseState(
      state,
      event.type,
      Object.keys(lines).map(from => (from === 'none' ? 'undecided' : from)),
    )
  );
}
