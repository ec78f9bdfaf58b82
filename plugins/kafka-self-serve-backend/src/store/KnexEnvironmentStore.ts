// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  EnvironmentCounts,
  EnvironmentStatus,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Holdings, StoredEnvironment } from '../domain/stored';
import type { EnvironmentStore } from '../domain/stores';
import { kafkaError } from '../errors';
import { isPostgres, isUniqueViolation, type Session } from './Session';

const ENVIRONMENTS = 'kafka_environments';
/** What was seen of an environment, and nothing that anybody asked for. */
const OBSERVED_TABLES = [
  'kafka_topic_labels',
  'kafka_topics',
  'kafka_group_topics',
  'kafka_groups',
  'kafka_subject_topics',
  'kafka_subjects',
  'kafka_acls',
  'kafka_lag',
  'kafka_offset_records',
  'kafka_drift',
  'kafka_snapshots',
  // Only ended ones are left of an environment that holds nothing.
  'kafka_grants',
];

interface EnvironmentRow {
  name: string;
  display_order: number;
  connection: string;
  cluster_id: string | null;
  body: string;
  status: string | null;
  configured: boolean | number;
  row_version: number;
}

type Written = Parameters<EnvironmentStore['update']>[0];

interface Counted {
  environment: string;
  total: number | string;
}

export class KnexEnvironmentStore implements EnvironmentStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async list(): Promise<StoredEnvironment[]> {
    const rows: EnvironmentRow[] = await this.#session
      .knex(ENVIRONMENTS)
      .orderBy('display_order');
    return rows.map(fromRow);
  }

  async get(name: string): Promise<StoredEnvironment | undefined> {
    const row = await this.#session.knex(ENVIRONMENTS).where({ name }).first();
    return row && fromRow(row);
  }

  async insert(environment: Written): Promise<StoredEnvironment> {
    const row = { ...toRow(environment), row_version: 1 };
    await this.#unique(environment.name, () =>
      this.#session.knex(ENVIRONMENTS).insert(row),
    );
    return fromRow({ ...row, status: null });
  }

  async update(environment: Written): Promise<StoredEnvironment> {
    const { name, rowVersion } = environment;
    return this.#session.transaction(async ({ knex }) => {
      const found = () => knex(ENVIRONMENTS).where({ name });
      const changed = await this.#unique(name, () => {
        const rows = found();
        if (rowVersion !== undefined) rows.where({ row_version: rowVersion });
        return rows.update({
          ...toRow(environment),
          row_version: knex.raw('row_version + 1'),
        });
      });
      const row: EnvironmentRow | undefined = await found().first();
      if (!row) throw kafkaError('kafka-environment-not-found', { name });
      if (changed === 0) throw kafkaError('kafka-row-moved', { name });
      return fromRow(row);
    });
  }

  remove(name: string): Promise<void> {
    return this.#session.transaction(async ({ knex }) => {
      for (const table of OBSERVED_TABLES) {
        await knex(table).where({ environment: name }).delete();
      }
      await knex(ENVIRONMENTS).where({ name }).delete();
    });
  }

  async lock(name: string): Promise<void> {
    const { knex } = this.#session;
    const query = knex(ENVIRONMENTS).select('name').where({ name });
    // SQLite has one writer at a time, and no word for it.
    if (isPostgres(knex)) query.forUpdate();
    if (!(await query.first())) {
      throw kafkaError('kafka-environment-not-found', { name });
    }
  }

  async setStatus(name: string, status: EnvironmentStatus): Promise<void> {
    await this.#session
      .knex(ENVIRONMENTS)
      .where({ name })
      .update({ status: JSON.stringify(status) });
  }

  async holdings(name: string): Promise<Holdings> {
    const { knex } = this.#session;
    const count = async (table: string, where: object = {}) => {
      const found = await knex(table)
        .where({ environment: name, ...where })
        .count({ total: '*' })
        .first();
      return Number(found?.total ?? 0);
    };
    return {
      instances: await count('kafka_instances'),
      topics: await count('kafka_topics', { is_desired: true }),
      subjects: await count('kafka_subjects', { is_desired: true }),
      grants: await count('kafka_grants', { is_applied: true }),
      credentials: await count('kafka_credentials'),
    };
  }

  async counts(): Promise<Map<string, EnvironmentCounts>> {
    const { knex } = this.#session;
    const counts = new Map<string, EnvironmentCounts>();
    const add = async (
      key: keyof EnvironmentCounts,
      table: string,
      phases?: string[],
    ) => {
      const query = knex(table)
        .select('environment')
        .count({ total: '*' })
        .groupBy('environment');
      if (phases) query.whereIn('phase', phases);
      if (key === 'orphans') query.whereNull('instance');
      if (key === 'grants') query.where({ is_applied: true });
      const rows = (await query) as unknown as Counted[];
      for (const row of rows) {
        const found = counts.get(row.environment) ?? noCounts();
        counts.set(row.environment, { ...found, [key]: Number(row.total) });
      }
    };
    await add('instances', 'kafka_instances');
    await add('topics', 'kafka_topics');
    await add('orphans', 'kafka_topics');
    await add('drifted', 'kafka_topics', ['drifted', 'missing', 'failed']);
    await add('groups', 'kafka_groups');
    await add('subjects', 'kafka_subjects');
    await add('grants', 'kafka_grants');
    return counts;
  }

  async #unique<T>(name: string, write: () => PromiseLike<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw kafkaError('kafka-environment-exists', { name }, { cause: error });
    }
  }
}

export function noCounts(): EnvironmentCounts {
  return {
    instances: 0,
    topics: 0,
    orphans: 0,
    groups: 0,
    subjects: 0,
    grants: 0,
    drifted: 0,
  };
}

function toRow(
  environment: Written,
): Omit<EnvironmentRow, 'row_version' | 'status'> {
  const { configured, rowVersion: _, ...rest } = environment;
  return {
    name: rest.name,
    display_order: rest.order,
    connection: rest.connection,
    cluster_id: rest.clusterId ?? null,
    body: JSON.stringify({ ...rest, status: undefined }),
    configured,
  };
}

function fromRow(row: EnvironmentRow): StoredEnvironment {
  return {
    ...JSON.parse(row.body),
    ...(row.status && { status: JSON.parse(row.status) }),
    configured: Boolean(row.configured),
    rowVersion: row.row_version,
  };
}
