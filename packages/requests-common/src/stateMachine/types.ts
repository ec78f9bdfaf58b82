// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Decision, Execution, StageProgress } from '../types';

/** The two fields of a request, and whether its world can still be put back. @public */
export interface RequestState {
  decision: Decision;
  execution: Execution;
  /** Set, in the transition before it runs, when the first irreversible step begins; never taken back. */
  irreversibleBegun: boolean;
}

/**
 * Everything that can happen to a request; the list is closed.
 *
 * | event | who | what |
 * | --- | --- | --- |
 * | `submit` | requester | the draft waits for a decision |
 * | `discard` | requester | the draft is thrown away |
 * | `draft-expire` | timer | the draft was left lying |
 * | `revise` | author | a new revision: of a draft, of an open request, or of an approved one before anything irreversible |
 * | `supersede` | engine | the world changed under it (a push, another plan): planned again as a new revision; who was asked for changes is still asked |
 * | `auto-approve` | policy | nobody need look; `by` are the ids of the rules that say so, for the record |
 * | `approve` | approvers | the last stage is complete |
 * | `reject` | approvers | a stage has its rejections |
 * | `request-changes` | approver | back to its author |
 * | `cancel` | requester | withdrawn; after the approval it ends the execution and leaves the decision |
 * | `expire` | timer | not decided in time |
 * | `start`, `wait`, `resume` | worker | its steps run, or one of them waits |
 * | `succeed`, `fail`, `partially-apply` | worker | its steps ended |
 * | `retry` | person | again from the failed step |
 * | `compensate` | engine | ends the execution as a cancel does, with nobody's cancel behind it |
 *
 * @public
 */
export type StateEvent =
  | { type: 'submit' }
  | { type: 'discard' }
  | { type: 'draft-expire' }
  | { type: 'revise' }
  | { type: 'supersede' }
  | { type: 'auto-approve'; by: readonly string[] }
  | { type: 'approve'; stages: readonly StageProgress[] }
  | { type: 'reject' }
  | { type: 'request-changes' }
  | { type: 'cancel' }
  | { type: 'expire' }
  | { type: 'start' }
  | { type: 'wait' }
  | { type: 'resume' }
  | { type: 'succeed' }
  | { type: 'fail' }
  | { type: 'partially-apply' }
  | { type: 'retry' }
  | { type: 'compensate' };

/** @public */
export type StateEventType = StateEvent['type'];
