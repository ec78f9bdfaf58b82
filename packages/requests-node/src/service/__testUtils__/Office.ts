// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import type { RequestDetail } from '@fairway/requests-common';
import type { Knex } from 'knex';
import type { Failpoints } from '../../failpoints';
import type { OutboxMessage } from '../../store/types';
import type { Caller } from '../types';
import {
  createRequestEngine,
  type RequestEngine,
} from '../../worker/createRequestEngine';
import type { RequestWorkerOptions } from '../../worker/RequestWorker';
import { NOTE, type NotePayload, type World } from './World';

const START = Date.parse('2026-06-01T10:00:00Z');
const REF = /^user:default\//;

/** People, a clock and an engine over a real store. */
export class Office {
  now = START;
  readonly sent: OutboxMessage[] = [];
  readonly groups: Record<string, string[]> = {
    rita: ['group:default/makers'],
    rob: ['group:default/makers'],
    olga: ['group:default/owners'],
    omar: ['group:default/owners'],
    oki: ['group:default/owners'],
    stan: ['group:default/strangers'],
    ada: [],
  };
  /** Deliveries that fail. */
  broken = false;
  engine!: RequestEngine;
  #keys = 0;
  readonly knex: Knex;
  readonly #world: World;

  static async create(
    knex: Knex,
    world: World,
    options: Partial<RequestWorkerOptions> & { failpoints?: Failpoints } = {},
  ): Promise<Office> {
    const office = new Office(knex, world);
    office.engine = await office.another(options);
    return office;
  }

  private constructor(knex: Knex, world: World) {
    this.knex = knex;
    this.#world = world;
  }

  /** An engine of another process over the same database. */
  another(
    options: Partial<RequestWorkerOptions> & { failpoints?: Failpoints } = {},
  ): Promise<RequestEngine> {
    return createRequestEngine({
      database: this.knex,
      kinds: [this.#world.kind],
      people: {
        refsOf: async ref => [ref, ...this.#groupsOf(ref)],
        teamsOf: async ref => this.#groupsOf(ref),
        membersOf: async (group, { limit }) =>
          Object.entries(this.groups)
            .filter(([, groups]) => groups.includes(group))
            .map(([name]) => `user:default/${name}`)
            .slice(0, limit),
      },
      clock: () => new Date(this.now),
      logger: mockServices.logger.mock(),
      deliver: async message => {
        if (this.broken) throw new Error('nobody listens');
        this.sent.push(message);
      },
      ...options,
    });
  }

  get service() {
    return this.engine.service;
  }

  caller(name: string): Caller {
    return {
      actor: { type: 'user', ref: `user:default/${name}` },
      isAdministrator: name === 'ada',
    };
  }

  async draft(payload: NotePayload, by = 'rita'): Promise<RequestDetail> {
    const { request } = await this.service.create(
      { kind: 'note', payload, idempotencyKey: `key-${++this.#keys}` },
      this.caller(by),
    );
    return request;
  }

  /** Submitted, with everything done that can be done without a decision. */
  async pending(payload: NotePayload, by = 'rita'): Promise<RequestDetail> {
    const { id } = await this.draft(payload, by);
    await this.service.submit(id, this.caller(by));
    await this.due();
    return this.service.get(id, this.caller(by));
  }

  /** Of Rita's, by Olga; nothing is done yet. */
  async approved(): Promise<RequestDetail> {
    return this.approve(await this.pending(NOTE), 'olga');
  }

  approve(request: RequestDetail, by: string): Promise<RequestDetail> {
    const { id, planDigest } = request;
    return this.service.approve(id, { planDigest }, this.caller(by));
  }

  reject(
    request: RequestDetail,
    by: string,
    comment = 'No',
  ): Promise<RequestDetail> {
    const { id, planDigest } = request;
    return this.service.reject(id, { planDigest, comment }, this.caller(by));
  }

  requestChanges(
    request: RequestDetail,
    by: string,
    comment = 'Better',
  ): Promise<RequestDetail> {
    const { id, planDigest } = request;
    return this.service.requestChanges(
      id,
      { planDigest, comment },
      this.caller(by),
    );
  }

  /** As administrators see it. */
  see(id: string): Promise<RequestDetail> {
    return this.service.get(id, this.caller('ada'));
  }

  async types(id: string): Promise<string[]> {
    const { items } = await this.service.events(id, this.caller('ada'));
    return items.map(({ type }) => type);
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** Does what can be done by now. */
  due(): Promise<void> {
    return this.engine.worker.runDue();
  }

  #groupsOf(ref: string): string[] {
    const groups = this.groups[ref.replace(REF, '')];
    if (groups) return groups;
    throw new NotFoundError(`There is no "${ref}" in the catalog.`);
  }
}

export const SECOND = 1000;
export const HOUR = 60 * 60 * SECOND;
export const DAY = 24 * HOUR;
