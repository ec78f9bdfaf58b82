// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/**
 * What was decided about a request. `changes-requested` waits for its author; the last four never change, except that
 * an approval falls back to `pending` when what was approved changes before anything irreversible was done.
 *
 * @public
 */
export type Decision =
  | 'draft'
  | 'pending'
  | 'changes-requested'
  | 'approved'
  | 'rejected'
  | 'cancelled'
  | 'expired';

/** What became of the steps that an approval sets going. @public */
export type Execution =
  | 'none'
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'partially-applied'
  | 'compensated';

/** Something that whoever decides should know. @public */
export interface Risk {
  /** Stable, kebab-case: `outside-team`, `destroys-data`. */
  code: string;
  level: 'low' | 'medium' | 'high';
  /** For people: what can happen. */
  message: string;
}

/** A check of the plan or of what was proposed, ours or the host's. @public */
export interface RequestCheck {
  name: string;
  state: 'queued' | 'running' | 'passed' | 'warning' | 'failed' | 'skipped';
  summary?: string;
  url?: string;
}

/** A link of a request; one of each `rel`, a later one replaces it. @public */
export interface RequestLink {
  /** `pull-request`, `branch`, `pipeline`, `entity`, … */
  rel: string;
  title: string;
  /** Absolute, `http` or `https`; or a path of the portal, beginning with `/`. */
  url: string;
}

/** One field before and after; the side is left out where there is none. @public */
export interface FieldChange {
  /** Path for people: `topic orders.created / retention.ms`. */
  path: string;
  before?: string;
  after?: string;
}

/** What people see of a plan; the digest covers it, so what was seen is what is done. @public */
export interface PlanView {
  /** Unified diff as git prints it. */
  diff?: string;
  fields?: FieldChange[];
  /** What will be done, one sentence each, in order. */
  effects?: string[];
}

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

/** @public */
export type StepPhase = 'submit' | 'execute' | 'close' | 'compensate';

/** @public */
export type StepStatus =
  | 'pending'
  | 'running'
  | 'waiting'
  | 'done'
  | 'failed'
  | 'skipped';

/** Why a step could not go on: what happened, and what to do. @public */
export interface RequestFailure {
  /** Stable, kebab-case. */
  code: string;
  message: string;
  /** The next step for a person. */
  next?: string;
  /** Whether the same step may be tried again as it is. */
  retryable: boolean;
}

/** One step as it stands. @public */
export interface RequestStep {
  id: string;
  phase: StepPhase;
  title: string;
  status: StepStatus;
  /** Set where the world cannot be put back by undoing it. */
  irreversible: boolean;
  /** From 1; goes up when it is tried again after a failure, not while it waits. 0 before it begins. */
  attempt: number;
  /** What it waits for, in words. */
  waitingFor?: string;
  failure?: RequestFailure;
  outputs?: JsonObject;
  startedAt?: string;
  endedAt?: string;
}

/** What a list shows. Times are ISO 8601, refs are full entity refs. @public */
export interface RequestSummary {
  /** UUID, version 7. */
  id: string;
  /** Short number for people, per plugin. */
  number: number;
  kind: string;
  /** `create`, `update`, `delete`, … as the kind names it. */
  operation: string;
  title: string;
  /** What it is about: `infrastructure-live:/111111111111/eu-west-1/dev/orders-db`. */
  resourceRefs: string[];
  /** The policy's environment. */
  environmentRef?: string;
  /** The group that will own the result. */
  ownerRef?: string;
  requesterRef: string;
  decision: Decision;
  execution: Execution;
  /** State in words from the step or pipeline that knows: `merged; no pipeline connected`. */
  statusLabel?: string;
  risk?: Risk['level'];
  revision: number;
  /** Set while a decision is awaited. */
  decideBy?: string;
  /** Whether the caller may decide about it now. */
  waitingForMe: boolean;
  createdAt: string;
  submittedAt?: string;
  updatedAt: string;
}

/** Why a button is of no use now; absent when it is. @public */
export interface RequestAction {
  allowed: boolean;
  /** Cause in words where it is not. */
  because?: string;
}

/** @public */
export type RequestActionName =
  | 'submit'
  | 'discard'
  | 'revise'
  | 'approve'
  | 'reject'
  | 'request-changes'
  | 'cancel'
  | 'retry'
  | 'comment';

/** One request, whole. @public */
export interface RequestDetail extends RequestSummary {
  justification?: string;
  payload: JsonObject;
  plan: JsonObject;
  /** What an approval has to name. */
  planDigest: string;
  view: PlanView;
  risks: Risk[];
  checks: RequestCheck[];
  approval: ApprovalRule;
  stages: StageProgress[];
  /** Set while a decision is awaited that nobody can give. */
  blocked?: ApprovalBlock;
  decisions: RecordedDecision[];
  /** Whoever wrote a revision; none of them can approve. */
  authorRefs: string[];
  steps: RequestStep[];
  /** Of the step that stopped it. */
  failure?: RequestFailure & { stepId: string };
  links: RequestLink[];
  /** What the steps made: branch, commit, pull request. */
  outputs: JsonObject;
  summary?: string;
  /** When a draft is thrown away. */
  draftExpiresAt?: string;
  /** For compare-and-set; send it back as `rowVersion`. */
  rowVersion: number;
  /** What the caller may do now. */
  actions: Record<RequestActionName, RequestAction>;
}

/** A line of a request's history. Append-only; `hash = sha256(prevHash + canonical JSON of the rest)`. @public */
export interface RequestEvent {
  requestId: string;
  /** From 1, without gaps. */
  sequence: number;
  /** `created`, `submitted`, `approved`, `step-done`, … */
  type: string;
  /** `user:default/pia`, `plugin:self-service`, `pipeline:…`, `system`. */
  actorRef: string;
  at: string;
  data: JsonObject;
  /** Hash of the event before; 64 zeros for the first. */
  prevHash: string;
  hash: string;
}

/** @public */
export interface RequestComment {
  id: string;
  authorRef: string;
  text: string;
  at: string;
}

/** @public */
export interface RequestLogLine {
  /** From 1. */
  sequence: number;
  at: string;
  stepId?: string;
  text: string;
}

/** Counts of one list, with the list's other filters. @public */
export interface RequestCounts {
  draft: number;
  pending: number;
  /** Sent back to their authors. */
  changesRequested: number;
  approved: number;
  rejected: number;
  failed: number;
  /** Approved and not at an end. */
  active: number;
  succeeded: number;
  /** Cancelled and expired. */
  withdrawn: number;
  waitingForMe: number;
  all: number;
}
