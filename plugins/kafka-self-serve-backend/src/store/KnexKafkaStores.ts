// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { KafkaStores } from '../domain/stores';
import { connect } from './database';
import { KnexApplicationStore } from './KnexApplicationStore';
import { KnexCredentialStore } from './KnexCredentialStore';
import { KnexDriftStore } from './KnexDriftStore';
import { KnexEnvironmentStore } from './KnexEnvironmentStore';
import { KnexGrantStore } from './KnexGrantStore';
import { KnexGroupStore } from './KnexGroupStore';
import { KnexLagStore } from './KnexLagStore';
import { KnexOffsetStore } from './KnexOffsetStore';
import { KnexPolicyStore } from './KnexPolicyStore';
import { KnexSnapshotStore } from './KnexSnapshotStore';
import { KnexSubjectStore } from './KnexSubjectStore';
import { KnexTopicStore } from './KnexTopicStore';
import { Session } from './Session';

type Clock = () => Date;

/** The stores in the plugin's database, SQLite or PostgreSQL. */
export class KnexKafkaStores implements KafkaStores {
  readonly #session: Session;
  readonly #clock: Clock;
  readonly environments: KnexEnvironmentStore;
  readonly applications: KnexApplicationStore;
  readonly topics: KnexTopicStore;
  readonly groups: KnexGroupStore;
  readonly subjects: KnexSubjectStore;
  readonly grants: KnexGrantStore;
  readonly credentials: KnexCredentialStore;
  readonly policies: KnexPolicyStore;
  readonly snapshots: KnexSnapshotStore;
  readonly lag: KnexLagStore;
  readonly offsets: KnexOffsetStore;
  readonly drift: KnexDriftStore;

  /** Brings the tables up to date. */
  static async create(options: {
    database: DatabaseService;
    clock?: Clock;
  }): Promise<KnexKafkaStores> {
    return KnexKafkaStores.of(await connect(options.database), options.clock);
  }

  /** On a database whose tables are there. */
  static of(knex: Knex, clock: Clock = () => new Date()): KnexKafkaStores {
    return new KnexKafkaStores(Session.of(knex), clock);
  }

  private constructor(session: Session, clock: Clock) {
    this.#session = session;
    this.#clock = clock;
    this.environments = new KnexEnvironmentStore(session);
    this.applications = new KnexApplicationStore(session);
    this.topics = new KnexTopicStore(session);
    this.groups = new KnexGroupStore(session);
    this.subjects = new KnexSubjectStore(session);
    this.grants = new KnexGrantStore(session, clock);
    this.credentials = new KnexCredentialStore(session);
    this.policies = new KnexPolicyStore(session);
    this.snapshots = new KnexSnapshotStore(session);
    this.lag = new KnexLagStore(session);
    this.offsets = new KnexOffsetStore(session);
    this.drift = new KnexDriftStore(session);
  }

  within(transaction: Knex.Transaction): KafkaStores {
    return new KnexKafkaStores(Session.within(transaction), this.#clock);
  }

  transaction<T>(work: (stores: KafkaStores) => Promise<T>): Promise<T> {
    return this.#session.transaction(session =>
      work(new KnexKafkaStores(session, this.#clock)),
    );
  }
}
