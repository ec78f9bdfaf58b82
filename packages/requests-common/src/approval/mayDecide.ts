// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestsCommonError, type RequestsCommonErrorCode } from '../errors';
import type { ApprovalRule, RecordedDecision, Verdict } from '../types';
import { overall, stageProgress } from './evaluateApproval';
import { openDeciders } from './openDeciders';
import { folded, isPerson, meets } from './refs';
import { type ApprovalContext, lastWords } from './words';

/** Who asks to decide about what. Without `planDigest` and `revision` every word counts that did not lapse. @public */
export type MayDecideInput = Pick<
  ApprovalContext,
  'requesterRef' | 'authorRefs'
> &
  Partial<Pick<ApprovalContext, 'planDigest' | 'revision'>> & {
    rule: ApprovalRule;
    /** Everything that was recorded, oldest first. */
    decisions: readonly RecordedDecision[];
    /** Who wants to decide. */
    userRef: string;
    /** Every group that they are in at this moment. */
    refs: readonly string[];
    /**
     * The word that they want to say. Left out: whether their word is awaited. A word can be changed while the request is
     * open, and a no is possible in a stage that is complete.
     */
    verdict?: Verdict;
  };

/** Why somebody does not decide; the first reason of several. @public */
export type MayDecideRefusalCode = Extract<
  RequestsCommonErrorCode,
  'approval-impossible' | 'approval-not-awaited' | `approver-${string}`
>;

/** @public */
export type MayDecideResult =
  | {
      allowed: true;
      /** Ids of the stages in which the word brings something new. */
      stages: string[];
      /** Refs of all stages that entitle them: what is recorded as `entitledBy`. */
      entitledBy: string[];
    }
  | {
      allowed: false;
      code: MayDecideRefusalCode;
      /** For people, with the next step. */
      because: string;
    };

/**
 * Whether a person may decide now: not about their own request or one that they wrote a part of, only as a member of a
 * stage that is open, and not twice in the same way.
 *
 * @public
 */
export function mayDecide(input: MayDecideInput): MayDecideResult {
  const { rule, decisions, userRef, verdict } = input;
  if (rule.mode === 'none') {
    const reason = rule.message;
    return no(requestsCommonError('approval-impossible', { reason }));
  }
  if (rule.mode === 'auto') {
    const reason = `${rule.by.join(', ')} says that nobody need look`;
    return no(requestsCommonError('approval-not-awaited', { reason }));
  }

  const words = lastWords(decisions, input);
  const stages = stageProgress(rule, words);
  const state = overall(stages);
  if (state !== 'pending') {
    const reason = `it is ${state}`;
    return no(requestsCommonError('approval-not-awaited', { reason }));
  }

  const user = folded(userRef);
  const who = {
    user: userRef,
    deciders: openDeciders(rule, decisions, input).join(', ') || 'nobody',
  };
  if (user === folded(input.requesterRef)) {
    return no(requestsCommonError('approver-is-requester', who));
  }
  if (input.authorRefs.map(folded).includes(user)) {
    return no(requestsCommonError('approver-is-author', who));
  }

  const refs = [userRef, ...input.refs];
  const theirs = stages.filter(({ stage }) => meets(stage.from, refs));
  if (theirs.length === 0 || !isPerson(user)) {
    return no(requestsCommonError('approver-not-entitled', who));
  }

  const earlier = words.find(word => folded(word.approverRef) === user);
  const isSaid = earlier && (verdict ?? earlier.verdict) === earlier.verdict;
  const unsaid = isSaid
    ? theirs.filter(({ stage }) => !meets(stage.from, earlier.entitledBy))
    : theirs;
  if (earlier && unsaid.length === 0) {
    return no(
      requestsCommonError('approver-already-decided', {
        ...who,
        verdict: earlier.verdict,
      }),
    );
  }

  const isNo = verdict === 'rejected' || verdict === 'changes-requested';
  const open = unsaid.filter(progress => isNo || progress.state === 'pending');
  if (open.length === 0) {
    const reason = 'the stages of their groups are complete';
    return no(requestsCommonError('approval-not-awaited', { reason }));
  }

  const entitling = theirs.flatMap(({ stage }) => stage.from);
  return {
    allowed: true,
    stages: open.map(({ stage }) => stage.id),
    entitledBy: [...new Set(entitling.filter(ref => meets(refs, [ref])))],
  };
}

function no(refusal: {
  code: MayDecideRefusalCode;
  message: string;
}): MayDecideResult {
  return { allowed: false, code: refusal.code, because: refusal.message };
}
