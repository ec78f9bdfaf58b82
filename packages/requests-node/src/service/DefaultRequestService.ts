// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestDetail } from '@fairway/requests-common';
import { Failpoints } from '../failpoints';
import type { RequestMetrics } from '../metrics';
import type { RequestStore, StoredRequest } from '../store/types';
import type { Actor, Clock, PeopleDirectory, RequestKind } from '../types';
import { Acting } from './Acting';
import { Approving } from './Approving';
import { Drafting } from './Drafting';
import { Ending } from './Ending';
import { Exporting } from './Exporting';
import { Kinds } from './Kinds';
import type { WebhookPlaces } from './news';
import { Planner } from './Planner';
import { DRAFT_LIFETIME_MILLISECONDS, type RequestParts } from './parts';
import { Reading } from './Reading';
import { Refusing } from './Refusing';
import { Retrying } from './Retrying';
import { Revisions } from './revision';
import { Submitting } from './Submitting';
import { Transitions } from './Transitions';
import type { Caller, RequestOperations, RequestService } from './types';
import { withdraw } from './withdraw';

/** What the service is made of. @public */
export interface RequestServiceOptions {
  store: RequestStore;
  kinds: RequestKind[];
  people: PeopleDirectory;
  clock: Clock;
  logger: LoggerService;
  /** Wakes the worker of this process, so that a click is not answered by the next poll. */
  nudge?: () => void;
  failpoints?: Failpoints;
  metrics?: RequestMetrics;
  /** `WebhookSender.targetsOf`; no webhooks if left out. */
  webhookPlaces?: WebhookPlaces;
  /** How long a draft is kept; a day if left out. */
  draftLifetimeMilliseconds?: number;
}

/** The concerns that the worker shares with the service. */
export interface ServiceParts {
  parts: RequestParts;
  planner: Planner;
  transitions: Transitions;
  submitting: Submitting;
  ending: Ending;
}

/**
 * Every rule of a request's life, over a store.
 *
 * @public
 */
export class DefaultRequestService
  implements RequestService, RequestOperations
{
  /** For the worker of the same package. */
  readonly serviceParts: ServiceParts;
  readonly #drafting: Drafting;
  readonly #approving: Approving;
  readonly #refusing: Refusing;
  readonly #retrying: Retrying;
  readonly #reading: Reading;
  readonly #exporting: Exporting;

  static create(options: RequestServiceOptions): DefaultRequestService {
    const {
      kinds,
      nudge = () => {},
      failpoints = Failpoints.none(),
      draftLifetimeMilliseconds = DRAFT_LIFETIME_MILLISECONDS,
      ...rest
    } = options;
    return new DefaultRequestService({
      ...rest,
      kinds: Kinds.create(kinds),
      nudge,
      failpoints,
      draftLifetimeMilliseconds,
    });
  }

  private constructor(parts: RequestParts) {
    const planner = new Planner(parts);
    const acting = new Acting(parts);
    const transitions = new Transitions(parts);
    const revisions = new Revisions(parts, planner);
    const shared = { parts, planner, acting, transitions };
    const submitting = new Submitting({ ...shared, revisions });
    const ending = new Ending(shared);
    this.serviceParts = { parts, planner, transitions, submitting, ending };
    this.#drafting = new Drafting({ parts, planner, submitting });
    this.#approving = new Approving({ ...shared, submitting });
    this.#refusing = new Refusing({ ...shared, ending });
    this.#retrying = new Retrying(shared);
    this.#reading = new Reading(shared);
    this.#exporting = new Exporting(parts, planner, this.#reading);
  }

  preview: RequestService['preview'] = (input, caller) =>
    this.#drafting.preview(input, caller);

  create: RequestService['create'] = async (input, caller) => {
    const { request, created } = await this.#drafting.create(input, caller);
    const { id, decision } = request;
    // A call that got lost between the draft and its submission is taken up where it ended.
    const submits = input.submit === 'now' && decision === 'draft';
    if (!submits) return { request: await this.get(id, caller), created };
    try {
      return { request: await this.submit(id, caller), created };
    } catch (error) {
      // The same call, sent twice at once: the other one has submitted it.
      const now = await this.serviceParts.parts.store.get(id);
      if (now?.decision === 'draft') throw error;
      return { request: await this.get(id, caller), created };
    }
  };

  submit: RequestService['submit'] = (id, caller) =>
    this.#inTime(id, caller, () => this.#submitting.submit(id, caller));

  discard: RequestService['discard'] = (id, caller) =>
    this.#shown(this.#ending.discard(id, caller), caller);

  revise: RequestService['revise'] = (id, input, caller) =>
    this.#inTime(id, caller, () => this.#submitting.revise(id, input, caller));

  approve: RequestService['approve'] = (id, input, caller) =>
    this.#inTime(id, caller, () => this.#approving.approve(id, input, caller));

  reject: RequestService['reject'] = (id, input, caller) =>
    this.#inTime(id, caller, () => this.#refusing.reject(id, input, caller));

  requestChanges: RequestService['requestChanges'] = (id, input, caller) =>
    this.#inTime(id, caller, () =>
      this.#refusing.requestChanges(id, input, caller),
    );

  cancel: RequestService['cancel'] = (id, input, caller) =>
    this.#shown(this.#ending.cancel(id, input, caller), caller);

  retry: RequestService['retry'] = (id, caller) =>
    this.#shown(this.#retrying.retry(id, caller), caller);

  get: RequestService['get'] = (id, caller) => this.#reading.get(id, caller);

  list: RequestService['list'] = (input, caller) =>
    this.#reading.list(input, caller);

  counts: RequestService['counts'] = (filters, caller) =>
    this.#reading.counts(filters, caller);

  comment: RequestService['comment'] = (id, input, caller) =>
    this.#reading.comment(id, input, caller);

  comments: RequestService['comments'] = (id, caller) =>
    this.#reading.comments(id, caller);

  events: RequestService['events'] = (id, caller) =>
    this.#reading.events(id, caller);

  logs: RequestService['logs'] = (id, input, caller) =>
    this.#reading.logs(id, input, caller);

  export: RequestService['export'] = (input, caller) =>
    this.#exporting.export(input, caller);

  verify: RequestService['verify'] = caller => this.#reading.verify(caller);

  deliver: RequestOperations['deliver'] = async (id, message) => {
    const { store, nudge } = this.serviceParts.parts;
    const isNew = await store.deliver(id, message);
    nudge();
    return isNew;
  };

  appendLogs: RequestOperations['appendLogs'] = (id, lines) =>
    this.serviceParts.parts.store.appendLogs(id, lines);

  replan: RequestOperations['replan'] = async (id, options) => {
    await this.#submitting.replan(id, options);
  };

  withdraw: RequestOperations['withdraw'] = (id, options) =>
    withdraw(this.serviceParts, id, options);

  openOnBehalf: RequestOperations['openOnBehalf'] = async (
    input,
    { requesterRef, actorRef },
  ) => {
    const { idempotencyKey } = input;
    const known = await this.serviceParts.parts.store.getByIdempotencyKey({
      requesterRef,
      idempotencyKey,
    });
    const actor: Actor = { type: 'service', ref: actorRef };
    const request =
      known ??
      (await this.#drafting.create(input, { actor, requesterRef })).request;
    return request.decision === 'draft'
      ? this.#submitting.submitOnBehalf(request.id, actorRef)
      : request;
  };

  retryOnBehalf: RequestOperations['retryOnBehalf'] = async (
    id,
    { actorRef },
  ) => {
    await this.#retrying.retryOnBehalf(id, actorRef);
  };

  get #submitting(): Submitting {
    return this.serviceParts.submitting;
  }

  get #ending(): Ending {
    return this.serviceParts.ending;
  }

  async #inTime(
    id: string,
    caller: Caller,
    change: () => Promise<StoredRequest>,
  ): Promise<RequestDetail> {
    await this.#ending.expireWhenDue(id);
    return this.#shown(change(), caller);
  }

  async #shown(
    change: Promise<StoredRequest>,
    caller: Caller,
  ): Promise<RequestDetail> {
    const { id } = await change;
    return this.#reading.get(id, caller);
  }
}
