// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  ApprovalRule,
  PlanView,
  RecordedDecision,
  RequestCheck,
  RequestLink,
  Risk,
} from '@fairway/requests-common';
import type { Knex } from 'knex';
import type { ZodType } from 'zod';

/** What time it is; tests set it. @public */
export type Clock = () => Date;

/** Who acts. A person's credentials are there while their call lasts, never in the worker. @public */
export type Actor =
  | {
      type: 'user';
      /** Full entity ref. */
      ref: string;
      credentials?: BackstageCredentials<BackstageUserPrincipal>;
    }
  /** Another plugin, a pipeline or the engine itself: `plugin:self-service`, `pipeline:…`, `system`. It never decides. */
  | { type: 'service'; ref: string };

/** A request as a kind sees it. @public */
export interface KindRequest<TPayload> {
  id: string;
  number: number;
  kind: string;
  title: string;
  revision: number;
  payload: TPayload;
  justification?: string;
  requesterRef: string;
  authorRefs: string[];
  environmentRef?: string;
  ownerRef?: string;
  resourceRefs: string[];
  /** What its steps made so far, merged. */
  outputs: JsonObject;
  createdAt: Date;
  submittedAt?: Date;
  /** Those that count. */
  decisions: RecordedDecision[];
}

/** @public */
export interface PlanContext<TPayload> {
  /**
   * Why it is planned. At `preview` and for a new draft there is no `request` yet. `authorize` against the requester as they are
   * now each time: a plan that throws refuses.
   */
  purpose: 'preview' | 'draft' | 'submit' | 'revise' | 'approve' | 'execute';
  requesterRef: string;
  /** Who acts now: the requester, an approver, or the worker. */
  actor: Actor;
  request?: KindRequest<TPayload>;
  now: Date;
  logger: LoggerService;
}

/** What a kind makes of a payload. `plan` and `view` are covered by the digest: keep times and ids of the moment out of them. @public */
export interface Planned<TPlan> {
  plan: TPlan;
  view: PlanView;
  operation: string;
  title: string;
  /** One open request per ref. */
  resourceRefs: string[];
  environmentRef?: string;
  ownerRef?: string;
  /** Who may see it beside its requester, their teams and whoever decides: the owners of what it touches. */
  readerRefs?: string[];
  risks: Risk[];
  checks: RequestCheck[];
  /** Who wrote a part of it beside those who are known, by a push for example: none of them can approve it. */
  authorRefs?: string[];
}

/** @public */
export interface StepContext<TPayload, TPlan> {
  request: KindRequest<TPayload>;
  /** The approved one, in `execute`. */
  plan: TPlan;
  planDigest: string;
  /**
   * From 1; goes up when a run failed, threw or was lost, so that another number than the first means that it ran before,
   * wholly, in part or not at all. Running again after `waiting` is the same attempt.
   */
  attempt: number;
  /** Outputs of this step's earlier runs, as far as they were kept. */
  earlier: JsonObject;
  /** Messages to this request that came in since it was submitted, oldest first; the same one may be there twice. */
  inbox: InboxMessage[];
  /** Aborts when the lease is lost, the process stops or the attempt has taken too long: stop writing. */
  signal: AbortSignal;
  now: Date;
  logger: LoggerService;
  /** Keeps outputs before the step ends, fenced by the lease; throws when it was lost. */
  keep(outputs: JsonObject): Promise<void>;
  /** Appends lines to the request's log. */
  log(...lines: string[]): Promise<void>;
}

/** Something from outside that a waiting step may want: a webhook, a report. Confirm it by reading the source. @public */
export interface InboxMessage {
  id: string;
  topic: string;
  data: JsonObject;
  at: Date;
}

/** What a step may carry along with its result. @public */
export interface StepNews {
  /** Merged into the request's; what is under `internal` is for steps only and shown to nobody. */
  outputs?: JsonObject;
  links?: RequestLink[];
  /** Replace those of the same name. */
  checks?: RequestCheck[];
  statusLabel?: string;
  summary?: string;
  /** Runs in the transaction that records the result: the domain rows of the plugin. It may run again when that is tried again. */
  also?: (transaction: Knex.Transaction) => Promise<void>;
}

/** @public */
export type StepResult = StepNews &
  (
    | { status: 'done' }
    /** Runs again at `until`, or earlier when a message comes in. */
    | {
        status: 'waiting';
        until: Date;
        waitingFor: string;
        /** As of `failed`: while it waits, the approval is asked for again before each run, and a cancel is possible. */
        untouched?: true;
      }
    | {
        status: 'failed';
        code: string;
        message: string;
        next?: string;
        retryable: boolean;
        /** An irreversible step that was left before it did anything: it counts as not begun, so that a cancel is possible. */
        untouched?: true;
      }
    /** What was approved is not what is there: planned again as a new revision, approvals lapse. Only before anything irreversible. */
    | {
        status: 'superseded';
        message: string;
        authorRefs?: string[];
        actorRef?: string;
      }
    /** The request succeeds here; the other steps are skipped. */
    | { status: 'finished' }
  );

/** One step; running it twice has to give what running it once gives. @public */
export interface Step<TPayload, TPlan> {
  /** Unique among the steps of a phase. */
  id: string;
  /** For people: `Open the pull request`. */
  title: string;
  /** The world cannot be put back by undoing it: no cancel, no new revision once it has begun. */
  irreversible?: boolean;
  /**
   * Whether somebody has done it already, as far as the world shows: then it runs without the approval being asked for again,
   * since it only takes note.
   */
  isDone?(context: KindContext<TPayload> & { plan: TPlan }): Promise<boolean>;
  /** An error that it throws counts as failed and retryable; it is tried again with growing pauses before a person is asked. */
  run(context: StepContext<TPayload, TPlan>): Promise<StepResult>;
}

/** Why a request was closed before it ran. @public */
export type CloseReason = 'rejected' | 'cancelled' | 'expired';

/** @public */
export interface KindContext<TPayload> {
  request: KindRequest<TPayload>;
  now: Date;
  logger: LoggerService;
}

/**
 * A kind of request: how it is planned, who decides, what is done.
 *
 * @public
 */
export interface RequestKind<
  TPayload extends JsonObject = JsonObject,
  TPlan extends JsonObject = JsonObject,
> {
  /** `change`, `kafka.topic`. */
  kind: string;
  /** The same schema validates the form and the API. */
  schema: ZodType<TPayload>;
  /** Pure but for reading; refuses by throwing an error with a `code`. */
  plan(
    payload: TPayload,
    context: PlanContext<TPayload>,
  ): Promise<Planned<TPlan>>;
  /** Who has to say yes, asked at every planning; the requester and authors are taken out by the engine. */
  approval(
    planned: Planned<TPlan>,
    context: PlanContext<TPayload>,
  ): Promise<ApprovalRule>;
  /** Reversible, before any decision. Run again, in full, for each revision. */
  onSubmit?(
    plan: TPlan,
    context: KindContext<TPayload>,
  ): Step<TPayload, TPlan>[];
  /** Takes back what `onSubmit` made. */
  onClosed?(
    reason: CloseReason,
    context: KindContext<TPayload> & { plan: TPlan },
  ): Step<TPayload, TPlan>[];
  /** What an approval sets going. The ids have to be the same for the same plan. */
  steps(plan: TPlan, context: KindContext<TPayload>): Step<TPayload, TPlan>[];
  /** Reads the world back after the last step; success only after `done` or `finished`. Runs as the step `verify`. */
  verify?(context: StepContext<TPayload, TPlan>): Promise<StepResult>;
  /** Undoes what can be undone after a cancel of an approved request, given the ids of the steps that are done. */
  compensate?(
    doneSteps: string[],
    context: KindContext<TPayload> & { plan: TPlan },
  ): Step<TPayload, TPlan>[];
  /** What a revision takes over from the payload before it, whatever was sent: where it came from. */
  revised?(payload: TPayload, earlier: TPayload): TPayload | Promise<TPayload>;
  /** Words of the payload that are kept from the history, from exports and from everybody's eyes: paths of fields. */
  redact?(payload: TPayload): TPayload;
}

/** Groups of people, now. @public */
export interface PeopleDirectory {
  /**
   * The person and every group they belong to, upward through all parents, as full entity refs.
   *
   * @throws where the person is unknown or the catalog does not answer: nothing is decided then
   */
  refsOf(userRef: string): Promise<string[]>;
  /** The groups a person's requests are shown to: their own teams. */
  teamsOf(userRef: string): Promise<string[]>;
  /**
   * People of a group and of the groups below it, as full entity refs, `limit` of them at most. With it a request tells
   * when nobody is left who could decide.
   */
  membersOf?(groupRef: string, options: { limit: number }): Promise<string[]>;
}
