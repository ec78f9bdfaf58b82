// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type {
  ApprovalRule,
  Decision,
  Execution,
  PlanView,
  RequestCheck,
  RequestComment,
  RequestCounts,
  RequestDetail,
  RequestEvent,
  RequestLogLine,
  RequestSummary,
  Risk,
} from './types';

/** Body of `POST /requests/preview`: planned, nothing kept. @public */
export interface PreviewRequestInput {
  kind: string;
  payload: JsonObject;
  /** Plans it as a revision of this request, by whoever may revise it: for its requester, and beside nothing of its own. */
  requestId?: string;
}

/** Answer of `POST /requests/preview`. @public */
export interface RequestPreview {
  title: string;
  operation: string;
  resourceRefs: string[];
  environmentRef?: string;
  ownerRef?: string;
  plan: JsonObject;
  planDigest: string;
  view: PlanView;
  risks: Risk[];
  checks: RequestCheck[];
  approval: ApprovalRule;
  /** The open request of one of the resources, which a submission would run into. */
  openRequest?: { id: string; number: number };
}

/** Body of `POST /requests`: makes a draft, and submits it where asked. @public */
export interface CreateRequestInput
  extends Omit<PreviewRequestInput, 'requestId'> {
  /** The kind's own title if left out. */
  title?: string;
  justification?: string;
  /** The same key of the same person again answers the same request; another content is refused. */
  idempotencyKey: string;
  /** `now` submits at once; `review` (if left out) leaves a draft for its page. */
  submit?: 'now' | 'review';
}

/** Body of the decisions. @public */
export interface DecideInput {
  /** Of the plan that was seen. */
  planDigest: string;
  /** Needed for a rejection and for requested changes. */
  comment?: string;
}

/** Filters of a list; several values of one filter are alternatives. @public */
export interface RequestFilters {
  decision?: Decision[];
  execution?: Execution[];
  kind?: string[];
  environment?: string[];
  owner?: string[];
  requester?: string[];
  resource?: string[];
  /** Only what the caller may decide about now. */
  waitingForMe?: boolean;
  /** Only the caller's own. */
  mine?: boolean;
  /** In title, resource or number; case does not matter. */
  text?: string;
  /** ISO 8601, on `createdAt`; since is inclusive, until exclusive. */
  since?: string;
  until?: string;
}

/** @public */
export interface ListRequestsInput extends RequestFilters {
  cursor?: string;
  /** 1 to 100; 20 if left out. */
  limit?: number;
  /** `newest` (if left out) or `oldest` first, by number. */
  order?: 'newest' | 'oldest';
}

/** @public */
export interface RequestPage {
  items: RequestSummary[];
  nextCursor?: string;
  prevCursor?: string;
}

/** State of a chain of events, or of all chains. @public */
export interface ChainReport {
  ok: boolean;
  requests: number;
  events: number;
  /** First event that does not fit. */
  broken?: {
    requestId: string;
    number: number;
    sequence: number;
    problem: string;
  };
}

/** Answer of `GET /requests/me`: what the caller is to the requests of one plugin. @public */
export interface RequestsCaller {
  /** Whether they administer them: see all, read the audit, cancel and retry what is stuck. */
  isAdministrator: boolean;
}

/** @public */
export interface RequestCallOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * The requests of one plugin as its callers see them. Every method rejects with a `ResponseError` on failure; its
 * `cause.message` is made for people and `cause.code` is stable (docs: errors).
 *
 * @public
 */
export interface RequestsApi {
  preview(
    input: PreviewRequestInput,
    options?: RequestCallOptions,
  ): Promise<RequestPreview>;
  /** `created` is false when the idempotency key was known. */
  create(
    input: CreateRequestInput,
    options?: RequestCallOptions,
  ): Promise<{ request: RequestDetail; created: boolean }>;
  list(
    input?: ListRequestsInput,
    options?: RequestCallOptions,
  ): Promise<RequestPage>;
  counts(
    input?: RequestFilters,
    options?: RequestCallOptions,
  ): Promise<RequestCounts>;
  /** What the caller is; what they may do to a request is in its `actions`. */
  me(options?: RequestCallOptions): Promise<RequestsCaller>;
  get(id: string, options?: RequestCallOptions): Promise<RequestDetail>;
  submit(id: string, options?: RequestCallOptions): Promise<RequestDetail>;
  discard(id: string, options?: RequestCallOptions): Promise<RequestDetail>;
  revise(
    id: string,
    input: { payload: JsonObject; justification?: string; rowVersion?: number },
    options?: RequestCallOptions,
  ): Promise<RequestDetail>;
  /** Rejects with `plan-changed` (409) and both plans in `details` when the plan is another by now. */
  approve(
    id: string,
    input: DecideInput,
    options?: RequestCallOptions,
  ): Promise<RequestDetail>;
  reject(
    id: string,
    input: DecideInput,
    options?: RequestCallOptions,
  ): Promise<RequestDetail>;
  requestChanges(
    id: string,
    input: DecideInput,
    options?: RequestCallOptions,
  ): Promise<RequestDetail>;
  cancel(
    id: string,
    input?: { comment?: string },
    options?: RequestCallOptions,
  ): Promise<RequestDetail>;
  retry(id: string, options?: RequestCallOptions): Promise<RequestDetail>;
  comment(
    id: string,
    input: { text: string },
    options?: RequestCallOptions,
  ): Promise<RequestComment>;
  comments(
    id: string,
    options?: RequestCallOptions,
  ): Promise<{ items: RequestComment[] }>;
  events(
    id: string,
    options?: RequestCallOptions,
  ): Promise<{ items: RequestEvent[]; chain: ChainReport }>;
  /** Lines after `after` (a sequence), up to 1,000; `more` says whether others are there already. */
  logs(
    id: string,
    input?: { after?: number },
    options?: RequestCallOptions,
  ): Promise<{ items: RequestLogLine[]; more: boolean }>;
  /** Every request that the caller may see, with its events; administrators see all. */
  export(
    input: RequestFilters & { format: 'ndjson' | 'csv' },
    options?: RequestCallOptions,
  ): Promise<ReadableStream<Uint8Array>>;
  /** Administrators only. */
  verify(options?: RequestCallOptions): Promise<ChainReport>;
}
