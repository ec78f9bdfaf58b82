// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type {
  ApprovalBlock,
  ApprovalRule,
  RecordedDecision,
  StageProgress,
} from './approval';
import type { PlanView, RequestCheck, Risk } from './plan';
import type { RequestFailure, RequestStep } from './steps';

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

/** A link of a request; one of each `rel`, a later one replaces it. @public */
export interface RequestLink {
  /** `pull-request`, `branch`, `pipeline`, `entity`, … */
  rel: string;
  title: string;
  /** Absolute, `http` or `https`; or a path of the portal, beginning with `/`. */
  url: string;
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
