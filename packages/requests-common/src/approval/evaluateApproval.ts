// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule, RecordedDecision, StageProgress } from '../types';
import { meets } from './refs';
import { type ApprovalContext, lastWords } from './words';

/** @public */
export interface ApprovalInput extends ApprovalContext {
  rule: ApprovalRule;
  /** Everything that was recorded, oldest first. */
  decisions: readonly RecordedDecision[];
}

/** @public */
export interface ApprovalResult {
  /** `auto` where a rule says that nobody need look. A rule that nobody can fulfil stays `pending`. */
  state: 'pending' | 'approved' | 'rejected' | 'auto';
  stages: StageProgress[];
  /** Ids of the policy's entries that ask for this: the rule ids of `auto`. */
  by: string[];
}

/**
 * How far the approval of a request is.
 *
 * - A word counts in every stage that entitled whoever spoke it (`entitledBy`), once: `count` are distinct people.
 * - Only the last word of a person counts.
 * - Words that lapsed, or are about another revision or plan, never count, and neither do the requester's, the authors'
 *   and those of anything but a person.
 * - A stage is rejected with `rejectAfter` rejections, approved with `count` approvals and not rejected; the request is
 *   rejected with one stage, and approved with all of them. No stages approve nothing; counts below one mean one.
 * - `auto` needs the id of the rule that says so.
 *
 * Entity refs are compared without regard to case, as the catalog does.
 *
 * @public
 */
export function evaluateApproval(input: ApprovalInput): ApprovalResult {
  const { rule } = input;
  if (rule.mode !== 'stages') {
    const isAuto = rule.mode === 'auto' && rule.by.some(id => id.trim() !== '');
    return { state: isAuto ? 'auto' : 'pending', stages: [], by: [...rule.by] };
  }
  const stages = stageProgress(rule, lastWords(input.decisions, input));
  return { state: overall(stages), stages, by: [...rule.by] };
}

/** What comes of the stages of a rule, given the words that count. */
export function stageProgress(
  rule: Extract<ApprovalRule, { mode: 'stages' }>,
  words: readonly RecordedDecision[],
): StageProgress[] {
  return rule.stages.map(stage => {
    const said = (verdict: RecordedDecision['verdict']) =>
      words
        .filter(word => word.verdict === verdict)
        .filter(word => meets(stage.from, word.entitledBy))
        .map(word => word.approverRef);
    const approvedBy = said('approved');
    const rejectedBy = said('rejected');
    let state: StageProgress['state'] = 'pending';
    if (approvedBy.length >= Math.max(1, stage.count)) state = 'approved';
    if (rejectedBy.length >= Math.max(1, stage.rejectAfter)) state = 'rejected';
    return { stage, approvedBy, rejectedBy, state };
  });
}

/** What comes of all stages together. */
export function overall(
  stages: readonly StageProgress[],
): 'pending' | 'approved' | 'rejected' {
  if (stages.some(({ state }) => state === 'rejected')) return 'rejected';
  const isComplete =
    stages.length > 0 && stages.every(({ state }) => state === 'approved');
  return isComplete ? 'approved' : 'pending';
}
