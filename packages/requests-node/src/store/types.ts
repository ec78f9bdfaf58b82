// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type {
  ApprovalRule,
  ChainReport,
  Decision,
  Execution,
  ListRequestsInput,
  PlanView,
  RecordedDecision,
  RequestCheck,
  RequestComment,
  RequestCounts,
  RequestEvent,
  RequestFailure,
  RequestFilters,
  RequestLink,
  RequestLogLine,
  RequestStep,
  Risk,
  StepPhase,
} from '@fairway/requests-common';
import type { Knex } from 'knex';
import type { InboxMessage } from '../types';

/** A request as it is stored, without what hangs on it. */
export interface StoredRequest {
  id: string;
  number: number;
  kind: string;
  operation: string;
  title: string;
  justification?: string;
  resourceRefs: string[];
  environmentRef?: string;
  ownerRef?: string;
  requesterRef: string;
  /** Whoever wrote a revision, the requester first. */
  authorRefs: string[];
  payload: JsonObject;
  plan: JsonObject;
  planDigest: string;
  view: PlanView;
  risks: Risk[];
  checks: RequestCheck[];
  approval: ApprovalRule;
  decision: Decision;
  execution: Execution;
  revision: number;
  links: RequestLink[];
  outputs: JsonObject;
  statusLabel?: string;
  summary?: string;
  failure?: RequestFailure & { stepId: string };
  idempotencyKey: string;
  /** Of the content that the key came with. */
  idempotencyDigest: string;
  /** Refs that may read it beside the requester: teams, deciders. */
  readerRefs: string[];
  /** Refs that may decide now, by the stages that are still open; empty unless pending. */
  deciderRefs: string[];
  draftExpiresAt?: Date;
  decideBy?: Date;
  remindAt?: Date;
  remindedAt?: Date;
  /** Whether its resources are taken: from the submission to the end. */
  holdsResources: boolean;
  rowVersion: number;
  createdAt: Date;
  submittedAt?: Date;
  updatedAt: Date;
}

/** Work that waits for a worker: at most one row a request. */
export interface StoredJob {
  requestId: string;
  phase: StepPhase;
  /** When it is due. */
  runAt: Date;
  leaseOwner?: string;
  leaseUntil?: Date;
  /** Goes up with every lease; writes of an older one are refused. */
  fence: number;
}

export interface OutboxMessage {
  id: string;
  requestId: string;
  /** `notification`, `webhook`, `signal`, `audit`. */
  channel: string;
  payload: JsonObject;
  attempts: number;
  dueAt: Date;
}

/** What one transition writes beside the request itself. Everything or nothing. */
export interface Transition {
  /** As read; refused with `request-moved` when another transition came first. */
  rowVersion: number;
  /** The lease that the writer holds; refused with `lease-lost` when it holds it no longer. */
  fence?: number;
  set: Partial<Omit<StoredRequest, 'id' | 'number' | 'rowVersion'>>;
  events: { type: string; actorRef: string; data: JsonObject }[];
  decisions?: {
    add?: RecordedDecision[];
    /** Those that count no longer. */
    lapse?: { id: string; lapsed: NonNullable<RecordedDecision['lapsed']> }[];
  };
  /** The steps of phases, in order; replaces those of each phase. */
  steps?: { phase: StepPhase; steps: RequestStep[] }[];
  /** Single steps that changed. */
  step?: RequestStep;
  /** `none` takes the work away. Keeps the lease's fence. */
  job?: { phase: StepPhase; runAt: Date } | 'none';
  /** Gives the lease back. */
  release?: boolean;
  outbox?: { channel: string; payload: JsonObject; dueAt?: Date }[];
  /** Runs in the same transaction: the domain rows of the plugin. */
  also?: (transaction: Knex.Transaction) => Promise<void>;
}

export type NewRequest = Omit<
  StoredRequest,
  'number' | 'rowVersion' | 'updatedAt'
>;

/** Who looks at a list: everything for administrators, else what one of the refs may read. */
export interface Viewer {
  /** The person and their groups. */
  refs: string[];
  userRef: string;
  seesAll: boolean;
  /** What the company's permission policy lets them see of that; everything if left out. */
  criteria?: PermissionCriteria<RequestCriterion>;
}

/** One thing that a permission rule asks of a request: the field is one of the values. */
export interface RequestCriterion {
  field: 'requesterRef' | 'environmentRef' | 'kind' | 'ownerRef' | 'readerRef';
  values: string[];
}

export interface StoredPage {
  items: StoredRequest[];
  /** Ids of those that wait for the viewer: they may decide, are no author, and have not spoken about this revision. */
  waitingForViewer: string[];
  nextCursor?: string;
  prevCursor?: string;
}

/** Only the store touches SQL. */
export interface RequestStore {
  /**
   * Keeps a new draft with its first event.
   * With a key of the same person that is known: the earlier one, `created: false`.
   */
  create(
    request: NewRequest,
    options: {
      actorRef: string;
      data: JsonObject;
      outbox?: Transition['outbox'];
    },
  ): Promise<{ request: StoredRequest; created: boolean }>;
  get(id: string): Promise<StoredRequest | undefined>;
  getByNumber(number: number): Promise<StoredRequest | undefined>;
  /** The one that a person made with a key. */
  getByIdempotencyKey(key: {
    requesterRef: string;
    idempotencyKey: string;
  }): Promise<StoredRequest | undefined>;
  /**
   * One transaction: compare-and-set, events onto the chain, decisions, steps, job, outbox, resources.
   *
   * @throws ConflictError `request-moved`, `lease-lost`, `resource-busy` with `details.openRequest` {id, number}
   */
  transition(id: string, transition: Transition): Promise<StoredRequest>;
  /** Holders of any of the resources. */
  holders(resourceRefs: string[]): Promise<{ id: string; number: number }[]>;
  decisions(id: string): Promise<RecordedDecision[]>;
  steps(id: string): Promise<RequestStep[]>;
  /**
   * @param input - `contents: 'left-out'` leaves `payload`, `plan` and `view` empty, which a list does not show
   * @throws InputError `cursor-invalid`
   */
  list(
    input: ListRequestsInput & { limit: number; contents?: 'left-out' },
    viewer: Viewer,
  ): Promise<StoredPage>;
  /** Of all tabs, so `decision`, `execution` and `waitingForMe` of the filters do not count here. */
  counts(filters: RequestFilters, viewer: Viewer): Promise<RequestCounts>;

  events(id: string): Promise<RequestEvent[]>;
  /** An event that changes nothing of the request, for example a refused attempt. */
  appendEvent(
    id: string,
    event: { type: string; actorRef: string; data: JsonObject },
  ): Promise<RequestEvent>;
  /** Verifies all chains, or one. */
  verify(options?: { id?: string; signal?: AbortSignal }): Promise<ChainReport>;

  addComment(
    id: string,
    comment: { authorRef: string; text: string },
  ): Promise<RequestComment>;
  comments(id: string): Promise<RequestComment[]>;
  appendLogs(
    id: string,
    lines: { stepId?: string; text: string }[],
  ): Promise<void>;
  logs(
    id: string,
    options: { after: number; limit: number },
  ): Promise<{ items: RequestLogLine[]; more: boolean }>;

  /** Takes a due job: due, and not under a living lease. At most one worker gets it. */
  lease(options: {
    owner: string;
    forMilliseconds: number;
  }): Promise<StoredJob | undefined>;
  /** False when it was lost. */
  renew(job: StoredJob, options: { forMilliseconds: number }): Promise<boolean>;
  /** A message for the steps of a request; makes its job due now. False for a known id, which is dropped. */
  deliver(
    id: string,
    message: { id: string; topic: string; data: JsonObject },
  ): Promise<boolean>;
  inbox(id: string): Promise<InboxMessage[]>;

  /** Requests whose draft, decision or reminder time has come, oldest first. */
  due(options: { limit: number }): Promise<StoredRequest[]>;
  /** Takes messages of the outbox under a lease. */
  takeOutbox(options: {
    owner: string;
    limit: number;
    forMilliseconds: number;
  }): Promise<OutboxMessage[]>;
  sent(id: string): Promise<void>;
  postpone(
    id: string,
    options: { until: Date; problem: string },
  ): Promise<void>;
}
