// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  aclKey,
  aclsOfEnvironment,
  KAFKA_TOPIC_CONFIGS,
  type KafkaRequestKind,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ApprovalStage, RequestDetail } from '@fairway/requests-common';
import {
  type Caller,
  createRequestEngine,
  Failpoints,
  type RequestEngine,
} from '@fairway/requests-node';
import type { Knex } from 'knex';
import {
  applicationOf,
  environmentOf,
  instanceOf,
} from '../../__testUtils__/examples';
import type { Clusters } from '../../domain/ports';
import { EngineRequests } from '../../state/EngineRequests';
import { StoredState } from '../../state/StoredState';
import { kafkaMigrations } from '../../store/database';
import { KnexKafkaStores } from '../../store/KnexKafkaStores';
import { createKafkaKinds } from '../createKafkaKinds';
import type { KafkaRequestParts } from '../plan/types';
import { withGrantExpiry } from '../scheduleKafkaRequests';
import type { OpenBroker, OpenCluster } from './openCluster';
import { testAuthority } from './testAuthority';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const PLATFORM = 'group:default/platform';

/** People with their requests on a real engine, over a real cluster. */
export class World {
  now = Date.parse('2026-06-01T10:00:00Z');
  readonly groups: Record<string, string[]> = {
    otto: ['group:default/orders'],
    olga: ['group:default/orders'],
    pia: ['group:default/payments'],
    ada: [PLATFORM],
  };
  /** Those whom the policy denies everything. */
  readonly denied = new Set<string>();
  /** Set while nobody can reach the cluster. */
  away?: Pick<OpenCluster, 'admin' | 'registry'>;
  stages: ApprovalStage[] = [
    { id: 'platform', from: [PLATFORM], count: 1, rejectAfter: 1 },
  ];
  readonly stores: KnexKafkaStores;
  readonly parts: KafkaRequestParts;
  engine!: RequestEngine;
  readonly #open = EngineRequests.create();
  #keys = 0;

  static async create(
    knex: Knex,
    opened: OpenBroker,
    options: { failpoints?: Failpoints; showsWithin?: number } = {},
  ): Promise<World> {
    await knex.migrate.latest(kafkaMigrations());
    const world = new World(knex, opened, options);
    const { environment: name } = opened;
    if (!(await world.stores.environments.get(name))) {
      await world.stores.environments.insert(
        environmentOf(name, {
          schemaRegistry: name,
          defaults: { partitions: 2, replicationFactor: 1, configs: {} },
        }),
      );
      for (const team of ['orders', 'payments']) {
        await world.stores.applications.put(applicationOf(team));
        await world.stores.applications.putInstance(instanceOf(team, name));
      }
      const instances = await world.stores.applications.instances();
      const now = new Date(world.now).toISOString();
      // Refused where there is no authorizer, which is no matter.
      await opened.admin.createAcls(
        aclsOfEnvironment({ instances, grants: [], now }),
      );
    }
    const { failpoints } = options;
    world.engine = await world.another({ failpoints });
    return world;
  }

  private constructor(
    readonly knex: Knex,
    readonly opened: OpenBroker,
    options: { showsWithin?: number },
  ) {
    this.stores = KnexKafkaStores.of(knex, () => new Date(this.now));
    const clusters: Clusters = {
      of: async environment => ({
        environment,
        connection: environment,
        embedded: false,
        ...this.#reached(),
        describe: () => this.#reached().admin.describeCluster(),
        definitions: async () => KAFKA_TOPIC_CONFIGS,
      }),
      try: async () => {
        throw new Error('not here');
      },
      forget: async () => {},
      isEmbedded: () => false,
      close: async () => {},
    };
    this.parts = {
      stores: this.stores,
      clusters,
      state: StoredState.create({ stores: this.stores, clusters }),
      authority: testAuthority({
        groupsOf: ref => this.#groupsOf(ref),
        isDenied: ref => this.denied.has(ref),
        stages: () => this.stages,
        administrators: PLATFORM,
      }),
      openRequests: this.#open,
      people: withGrantExpiry({
        refsOf: async ref => [ref, ...this.#groupsOf(ref)],
        teamsOf: async ref => this.#groupsOf(ref),
      }),
      administrators: [PLATFORM],
      scheduler: mockServices.scheduler.mock(),
      clock: () => new Date(this.now),
      logger: mockServices.logger.mock(),
      stored: id => this.engine.store.get(id),
      showsWithin: options.showsWithin,
    };
  }

  /** The engine of another process. */
  async another(
    options: { failpoints?: Failpoints } = {},
  ): Promise<RequestEngine> {
    const engine = await createRequestEngine({
      database: this.knex,
      kinds: createKafkaKinds(this.parts),
      people: this.parts.people,
      clock: this.parts.clock,
      logger: this.parts.logger,
      ...options,
    });
    this.#open.attach(engine.store);
    this.engine ??= engine;
    return engine;
  }

  #reached(): Omit<OpenBroker, 'environment'> {
    const { admin, registry } = this.away ?? this.opened;
    return { admin, registry };
  }

  get admin() {
    return this.opened.admin;
  }

  caller(name: string): Caller {
    return {
      actor: { type: 'user', ref: `user:default/${name}` },
      isAdministrator: name === 'ada',
    };
  }

  preview(kind: KafkaRequestKind, payload: object, by = 'otto') {
    const input = { kind, payload: this.#in(payload) };
    return this.engine.service.preview(input, this.caller(by));
  }

  /** Asked for and submitted. */
  async ask(
    kind: KafkaRequestKind,
    payload: object,
    { by = 'otto', key = `key-${++this.#keys}` } = {},
  ): Promise<RequestDetail> {
    const { request } = await this.engine.service.create(
      {
        kind,
        payload: this.#in(payload),
        idempotencyKey: key,
        submit: 'now',
      },
      this.caller(by),
    );
    return this.see(request.id);
  }

  async approve({ id, planDigest }: RequestDetail, by = 'ada') {
    const { service } = this.engine;
    return service.approve(id, { planDigest }, this.caller(by));
  }

  /** Asked for, approved by all who are asked, and done as far as it goes. */
  async done(
    kind: KafkaRequestKind,
    payload: object,
    options: { by?: string; approvers?: string[] } = {},
  ): Promise<RequestDetail> {
    const { by, approvers = ['ada'] } = options;
    const { id } = await this.ask(kind, payload, { by });
    for (const approver of approvers) {
      await this.approve(await this.see(id), approver);
    }
    await this.work();
    return this.see(id);
  }

  work(): Promise<void> {
    return this.engine.worker.runDue();
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** What there is on the cluster beside what the two instances do with their own. */
  async access(): Promise<string[]> {
    const own = new Set(
      aclsOfEnvironment({
        instances: ['orders', 'payments'].map(team => ({
          ...instanceOf(team, this.opened.environment),
          ownerRef: '',
        })),
        grants: [],
        now: new Date(this.now).toISOString(),
      }).map(aclKey),
    );
    const acls = (await this.admin.listAcls()).map(aclKey);
    return acls.filter(key => !own.has(key)).sort();
  }

  /** As administrators see it. */
  see(id: string): Promise<RequestDetail> {
    return this.engine.service.get(id, this.caller('ada'));
  }

  /** Every request is for the one environment, but those that name their own. */
  #in(payload: object) {
    const { environment } = this.opened;
    const { items } = payload as { items?: { payload: object }[] };
    const names = 'componentRef' in payload || 'to' in payload;
    return JSON.parse(
      JSON.stringify({
        ...(!names || 'patterns' in payload ? { environment } : {}),
        ...payload,
        ...(items && {
          items: items.map(item => ({
            ...item,
            payload: { environment, ...item.payload },
          })),
        }),
      }),
    );
  }

  #groupsOf(ref: string): string[] {
    const groups = this.groups[ref.replace('user:default/', '')];
    if (groups) return groups;
    throw new NotFoundError(`There is no "${ref}" in the catalog.`);
  }
}
