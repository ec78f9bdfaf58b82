// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Several replicas on one database, each with a clock of its own, that look after the end of one resource. The request
// engine, the tables and the repository are real; only what a removal needs of policies and merges is left out.
import { mockServices } from '@backstage/backend-test-utils';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import { parseRepoUrl } from '@fairway/git-host';
import {
  createRequestEngine,
  type RequestEngine,
  type RequestKind,
} from '@fairway/requests-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import { connect } from '../../database';
import { DEV, LIVE, type World } from '../../__testUtils__/world';
import type { Repositories } from '../../repositories/Repositories';
import { ResourceStore, resourceIdOf } from '../../resources/ResourceStore';
import { Extending } from '../Extending';
import { LifetimeRounds } from '../LifetimeRounds';
import { LifetimeStore } from '../LifetimeStore';
import { RemovalOpener } from '../RemovalOpener';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const PATH = `${DEV}/network`;
export const ID = resourceIdOf(LIVE, PATH);
const OWNER = 'user:default/pia';
const APPROVER = 'user:default/pat';
const APPROVERS = 'group:default/platform';

interface Replica {
  rounds: LifetimeRounds;
  extending: Extending;
  opener: RemovalOpener;
  engine: RequestEngine;
}

export class Replicas {
  readonly knex: Knex;
  readonly resources: ResourceStore;
  readonly lifetimes: LifetimeStore;
  /** The true time. */
  now = Date.parse('2026-12-01T10:00:00Z');
  readonly begun = this.now;
  /** How far the clock of each replica is off. */
  readonly skew = [0, 0];
  /** How often what it made was destroyed. */
  removed = 0;
  /** The modules that are protected. */
  isProtected = false;
  all: Replica[] = [];
  readonly #world: World;

  static async create(knex: Knex, world: World): Promise<Replicas> {
    await connect({ getClient: async () => knex });
    const replicas = new Replicas(knex, world);
    await replicas.restart();
    await replicas.settle('service.deploy', 'P3D');
    return replicas;
  }

  private constructor(knex: Knex, world: World) {
    this.knex = knex;
    this.#world = world;
    this.lifetimes = LifetimeStore.create({ knex });
    this.resources = ResourceStore.create({ knex });
  }

  /** What a merged change leaves. */
  settle(action: string, lifetime?: string): Promise<void> {
    return this.resources.settle({
      requestId: '01a20700-0000-7000-8000-000000000000',
      requesterRef: OWNER,
      repoUrl: LIVE,
      mergeSha: 'a'.repeat(40),
      applied: 'applied',
      terms: { warn: ['P1D'], grace: 'P1D' },
      plan: {
        repoUrl: LIVE,
        baseBranch: 'main',
        files: [],
        targets: [
          {
            path: PATH,
            action,
            environment: 'dev',
            service: 'networking',
            targetRef: 'dev/networking',
            module: { name: 'network', version: 'v1.1.0' },
          },
        ],
        ...(lifetime && { lifetime }),
      },
      at: new Date(this.now),
    });
  }

  /** All processes end, and begin again. */
  async restart(): Promise<void> {
    this.all = [];
    for (const index of this.skew.keys()) {
      this.all.push(await this.#replica(index));
    }
  }

  /** One or both look at what is due, at the same moment. */
  async round(...which: number[]): Promise<void> {
    const some = which.length ? which : [...this.skew.keys()];
    await Promise.all(some.map(index => this.all[index].rounds.round()));
  }

  async goOn(milliseconds: number, ...which: number[]): Promise<void> {
    this.now += milliseconds;
    await this.round(...which);
  }

  /** Every request of its removal that there is, oldest first. */
  async removals() {
    const { items } = await this.all[0].engine.store.list(
      { order: 'oldest', limit: 100 },
      { refs: [], userRef: '', seesAll: true },
    );
    return items;
  }

  async open() {
    return (await this.removals()).filter(
      ({ decision }) => decision === 'pending',
    );
  }

  life() {
    return this.lifetimes.find(ID);
  }

  async eventsOf(type: string) {
    const history = await this.lifetimes.history(ID);
    return history.filter(event => event.type === type);
  }

  /** A person says yes or no, and the work is done. */
  async decide(verdict: 'approve' | 'reject'): Promise<void> {
    const [{ id, planDigest }] = await this.open();
    const { engine } = this.all[0];
    const caller = {
      actor: { type: 'user' as const, ref: APPROVER },
      isAdministrator: false,
    };
    await engine.service[verdict](
      id,
      { planDigest, comment: 'So be it' },
      caller,
    );
    await engine.worker.runDue();
  }

  async cancel(): Promise<void> {
    const [{ id }] = await this.open();
    const actor = { type: 'user' as const, ref: OWNER };
    await this.all[0].engine.service.cancel(
      id,
      {},
      { actor, isAdministrator: false },
    );
  }

  async #replica(index: number): Promise<Replica> {
    const clock = () => new Date(this.now + this.skew[index]);
    const logger = mockServices.logger.mock();
    const engine = await createRequestEngine({
      database: this.knex,
      kinds: [this.#kind()],
      people: {
        refsOf: async ref => (ref === APPROVER ? [ref, APPROVERS] : [ref]),
        teamsOf: async () => [],
      },
      clock,
      logger,
      deliver: async () => {},
    });
    const { host } = this.#world;
    const repositories = {
      writable: () => ({ host, repository: parseRepoUrl(LIVE) }),
    } as unknown as Repositories;
    const people = { membersOf: async () => [] };
    const rules = { of: async () => ({ protected: this.isProtected }) };
    const shared = { ...this.#stores(), engine, rules, clock, logger };
    const opener = RemovalOpener.create({ engine, people, repositories });
    return {
      engine,
      opener,
      extending: Extending.create(shared),
      rounds: LifetimeRounds.create({
        ...shared,
        opener,
        moved: async () => {},
      }),
    };
  }

  #stores() {
    const { lifetimes, resources } = this;
    return { lifetimes, resources };
  }

  /** A removal that is approved by one person, and merged at once. */
  #kind(): RequestKind {
    return {
      kind: CHANGE_KIND,
      schema: z.any(),
      plan: async payload => ({
        plan: { files: payload.files },
        view: {},
        operation: 'delete',
        title: 'Remove network in dev',
        resourceRefs: [`acme/infrastructure-live:${PATH}`],
        risks: [],
        checks: [],
      }),
      approval: async () => ({
        mode: 'stages',
        by: ['otherwise'],
        stages: [
          { id: 'otherwise', from: [APPROVERS], count: 1, rejectAfter: 1 },
        ],
      }),
      steps: () => [
        {
          id: 'merge',
          title: 'Merge',
          irreversible: true,
          run: async () => {
            this.removed += 1;
            await this.settle('service.destroy');
            return { status: 'done' };
          },
        },
      ],
    };
  }
}
