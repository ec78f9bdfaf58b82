// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { RequestEvent, RequestFilters } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { requestError } from '../errors';
import type { Clock } from '../types';
import { accessOf } from './access';
import { Audiences } from './Audiences';
import { appendEvents, type EventRow, fromEventRow } from './chain';
import { inTransaction, lockRequest } from './connection';
import { countRequests } from './counts';
import { insertRequest } from './create';
import { readDecisions } from './decisions';
import { dueRequests } from './due';
import { deliverMessage, readInbox } from './inbox';
import { leaseJob, renewJob } from './jobs';
import { listRequests, type ListOptions } from './list';
import { audiencesOf } from './listRow';
import { runRequestMigrations } from './migrate';
import { postponeOutbox, removeFromOutbox, takeOutbox } from './outbox';
import { findHolders, refuseBusy } from './resources';
import { fromRow, type RequestRow } from './rows';
import { readSteps } from './steps';
import { addComment, appendLogs, readComments, readLogs } from './talk';
import { applyTransition } from './transition';
import type {
  NewRequest,
  RequestStore,
  StoredJob,
  StoredRequest,
  Transition,
  Viewer,
} from './types';
import { verifyChains } from './verify';

/**
 * Keeps the requests of a plugin in its database, SQLite or PostgreSQL, with any number of processes at once: what must be
 * single is a unique index, what moves is under a row lock and compare-and-set.
 *
 * @public
 */
export class KnexRequestStore implements RequestStore {
  readonly #knex: Knex;
  readonly #clock: Clock;
  readonly #audiences: Audiences;

  /**
   * @param options - `migrate`: whether to bring the tables up to date; left out, as the database service says
   */
  static async create(options: {
    database: DatabaseService | Knex;
    clock?: Clock;
    migrate?: boolean;
  }): Promise<KnexRequestStore> {
    const { database, clock = () => new Date() } = options;
    const service = 'getClient' in database ? database : undefined;
    const knex = service ? await service.getClient() : (database as Knex);
    if (options.migrate ?? !service?.migrations?.skip) {
      await runRequestMigrations(knex);
    }
    return new KnexRequestStore(knex, clock);
  }

  private constructor(knex: Knex, clock: Clock) {
    this.#knex = knex;
    this.#clock = clock;
    this.#audiences = new Audiences(knex);
  }

  async create(
    request: NewRequest,
    options: {
      actorRef: string;
      data: JsonObject;
      outbox?: Transition['outbox'];
    },
  ): Promise<{ request: StoredRequest; created: boolean }> {
    const audiences = await audiencesOf(this.#audiences, request);
    const now = this.#clock();
    const created = await refuseBusy(this.#knex, request, () =>
      insertRequest(this.#knex, request, { ...options, audiences, now }),
    );
    if (created) return { request: created, created: true };
    const known = await this.getByIdempotencyKey(request);
    return { request: known!, created: false };
  }

  async get(id: string): Promise<StoredRequest | undefined> {
    return this.#find({ id });
  }

  async getByNumber(number: number): Promise<StoredRequest | undefined> {
    return this.#find({ number });
  }

  async getByIdempotencyKey(key: {
    requesterRef: string;
    idempotencyKey: string;
  }): Promise<StoredRequest | undefined> {
    return this.#find({
      requester_ref: key.requesterRef,
      idempotency_key: key.idempotencyKey,
    });
  }

  async transition(id: string, transition: Transition): Promise<StoredRequest> {
    const current = await this.#require(id);
    const next = { ...current, ...transition.set };
    // Right for the version that was read, and another is refused.
    const audiences = await audiencesOf(this.#audiences, next);
    return refuseBusy(this.#knex, next, () =>
      inTransaction(this.#knex, transaction =>
        applyTransition(transaction, id, {
          transition,
          audiences,
          now: this.#clock(),
        }),
      ),
    );
  }

  async holders(
    resourceRefs: string[],
  ): Promise<{ id: string; number: number }[]> {
    const rows = await findHolders(this.#knex, resourceRefs);
    const byId = new Map(rows.map(({ id, number }) => [id, { id, number }]));
    return [...byId.values()];
  }

  decisions(id: string) {
    return readDecisions(this.#knex, id);
  }

  steps(id: string) {
    return readSteps(this.#knex, id);
  }

  async list(input: ListOptions, viewer: Viewer) {
    const access = await accessOf(this.#audiences, viewer);
    return listRequests(this.#knex, input, access);
  }

  async counts(filters: RequestFilters, viewer: Viewer) {
    const access = await accessOf(this.#audiences, viewer);
    return countRequests(this.#knex, filters, access);
  }

  async events(id: string): Promise<RequestEvent[]> {
    const rows = await this.#knex<EventRow>('requests_events')
      .where({ request_id: id })
      .orderBy('sequence');
    return rows.map(fromEventRow);
  }

  async appendEvent(
    id: string,
    event: { type: string; actorRef: string; data: JsonObject },
  ): Promise<RequestEvent> {
    return inTransaction(this.#knex, async transaction => {
      const row = await lockRequest<RequestRow>(transaction, id);
      if (!row) throw requestError('request-not-found', { id });
      const { head, events } = await appendEvents(transaction, {
        requestId: id,
        head: row,
        events: [event],
        at: this.#clock(),
      });
      await transaction('requests').where({ id }).update(head);
      return events[0];
    });
  }

  verify(options?: { id?: string; signal?: AbortSignal }) {
    return verifyChains(this.#knex, options);
  }

  addComment(id: string, comment: { authorRef: string; text: string }) {
    return addComment(this.#knex, id, { ...comment, now: this.#clock() });
  }

  comments(id: string) {
    return readComments(this.#knex, id);
  }

  appendLogs(id: string, lines: { stepId?: string; text: string }[]) {
    return appendLogs(this.#knex, id, { lines, now: this.#clock() });
  }

  logs(id: string, options: { after: number; limit: number }) {
    return readLogs(this.#knex, id, options);
  }

  lease(options: { owner: string; forMilliseconds: number }) {
    return leaseJob(this.#knex, { ...options, now: this.#clock() });
  }

  renew(job: StoredJob, options: { forMilliseconds: number }) {
    return renewJob(this.#knex, job, { ...options, now: this.#clock() });
  }

  deliver(
    id: string,
    message: { id: string; topic: string; data: JsonObject },
  ): Promise<boolean> {
    return deliverMessage(this.#knex, id, { ...message, now: this.#clock() });
  }

  inbox(id: string) {
    return readInbox(this.#knex, id);
  }

  due(options: { limit: number }): Promise<StoredRequest[]> {
    return dueRequests(this.#knex, { ...options, now: this.#clock() });
  }

  takeOutbox(options: {
    owner: string;
    limit: number;
    forMilliseconds: number;
  }) {
    return takeOutbox(this.#knex, { ...options, now: this.#clock() });
  }

  sent(id: string): Promise<void> {
    return removeFromOutbox(this.#knex, id);
  }

  postpone(
    id: string,
    options: { until: Date; problem: string },
  ): Promise<void> {
    return postponeOutbox(this.#knex, id, options);
  }

  async #find(where: Partial<RequestRow>): Promise<StoredRequest | undefined> {
    const row = await this.#knex<RequestRow>('requests').where(where).first();
    return row && fromRow(row);
  }

  async #require(id: string): Promise<StoredRequest> {
    const request = await this.get(id);
    if (!request) throw requestError('request-not-found', { id });
    return request;
  }
}
