// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredPolicy } from '../domain/stored';
import type { PolicyStore } from '../domain/stores';
import { kafkaError } from '../errors';
import { isUniqueViolation, type Session } from './Session';

const POLICIES = 'kafka_policies';

interface PolicyRow {
  name: string;
  body: string;
  configured: boolean | number;
  row_version: number;
}

export class KnexPolicyStore implements PolicyStore {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async list(): Promise<StoredPolicy[]> {
    const rows: PolicyRow[] = await this.#session
      .knex(POLICIES)
      .orderBy('name');
    return rows.map(fromRow);
  }

  async get(name: string): Promise<StoredPolicy | undefined> {
    const row = await this.#session.knex(POLICIES).where({ name }).first();
    return row && fromRow(row);
  }

  put(policy: Parameters<PolicyStore['put']>[0]): Promise<StoredPolicy> {
    const { configured, rowVersion, ...body } = policy;
    const { name } = body;
    const columns = { name, body: JSON.stringify(body), configured };
    return this.#session.transaction(async ({ knex }) => {
      const update = knex(POLICIES).where({ name });
      if (rowVersion !== undefined) update.where({ row_version: rowVersion });
      const changed = await update.update({
        ...columns,
        row_version: knex.raw('row_version + 1'),
      });
      if (changed === 0) {
        if (rowVersion !== undefined)
          throw kafkaError('kafka-row-moved', { name });
        try {
          await knex(POLICIES).insert({ ...columns, row_version: 1 });
        } catch (error) {
          if (!isUniqueViolation(error)) throw error;
          throw kafkaError('kafka-row-moved', { name }, { cause: error });
        }
      }
      return fromRow(await knex(POLICIES).where({ name }).first());
    });
  }

  async remove(name: string): Promise<void> {
    await this.#session.knex(POLICIES).where({ name }).delete();
  }
}

function fromRow(row: PolicyRow): StoredPolicy {
  return {
    ...JSON.parse(row.body),
    configured: Boolean(row.configured),
    rowVersion: row.row_version,
  };
}
