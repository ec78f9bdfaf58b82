// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** People who have to say yes. @public */
export interface ApprovalStage {
  /** Unique in its rule; for people and for the record. */
  id: string;
  /** Entity refs of groups and users; anybody of them. */
  from: string[];
  /** Distinct people. */
  count: number;
  /** Rejections of this stage that end the request. */
  rejectAfter: number;
  /** ISO 8601 duration from the submission on; then the request expires. */
  decideWithin?: string;
  /** ISO 8601 duration from the submission on. */
  remindAfter?: string;
}

/** Who decides. `by` are the ids of the policy's entries, kept for the record. @public */
export type ApprovalRule =
  | { mode: 'auto'; by: string[] }
  | { mode: 'stages'; by: string[]; stages: ApprovalStage[] }
  /** Nobody can: the request is refused at submission, with the reason. */
  | { mode: 'none'; by: string[]; message: string };

/** @public */
export type Verdict = 'approved' | 'rejected' | 'changes-requested';

/** A person's word, as it was recorded. @public */
export interface RecordedDecision {
  id: string;
  approverRef: string;
  /** Group (or the person) of the rule that entitled them at that time. */
  entitledBy: string[];
  verdict: Verdict;
  comment?: string;
  /** Of the plan that they saw. */
  planDigest: string;
  revision: number;
  at: string;
  /** Why it no longer counts: a new revision, a later word of the same person, a group that was left. */
  lapsed?: 'revised' | 'replaced' | 'left-group' | 'changes-requested';
}

/** How far a stage is. @public */
export interface StageProgress {
  stage: ApprovalStage;
  approvedBy: string[];
  rejectedBy: string[];
  state: 'pending' | 'approved' | 'rejected';
}

/** A stage of an approval that nobody is left to complete. @public */
export interface BlockedStage {
  /** Of {@link ApprovalStage}. */
  id: string;
  /** Whom it asks: entity refs of groups and users. */
  from: string[];
  /** Approvals that it still needs. */
  missing: number;
  /** Whoever belongs to it and may not decide; empty where nobody belongs to it. */
  excluded: { ref: string; because: 'requester' | 'author' }[];
}

/** Why nobody can bring an approval to its end, and what helps. @public */
export interface ApprovalBlock {
  /** For people: why. */
  message: string;
  /** For people: what to do. */
  next: string;
  /** Empty where the rule itself lets nobody decide. */
  stages: BlockedStage[];
}
