// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { Knex } from 'knex';

/** How often a transaction is begun again that the database itself broke off. */
const ATTEMPTS = 10;
/** PostgreSQL: serialization failure, deadlock. SQLite: another process writes. Nothing was written in any of them. */
const BROKEN_OFF = [
  '40001',
  '40P01',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
];
const UNIQUE_VIOLATIONS = [
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
];
/** SQLite takes no more than 500 rows in one statement, and 32,766 values. */
const ROWS_AT_ONCE = 200;
const VALUES_AT_ONCE = 500;

export function isUniqueViolation(error: unknown): boolean {
  return isError(error) && UNIQUE_VIOLATIONS.includes(String(error.code));
}

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** The database, or one transaction of it. */
export class Session {
  readonly #knex: Knex;
  readonly #isTransaction: boolean;

  static of(knex: Knex): Session {
    return new Session(knex, false);
  }

  static within(transaction: Knex.Transaction): Session {
    return new Session(transaction, true);
  }

  private constructor(knex: Knex, isTransaction: boolean) {
    this.#knex = knex;
    this.#isTransaction = isTransaction;
  }

  get knex(): Knex {
    return this.#knex;
  }

  /** Everything or nothing; in a transaction a part of it. */
  async transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#isTransaction) return work(this);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#knex.transaction(transaction =>
          work(Session.within(transaction)),
        );
      } catch (error) {
        const again = isError(error) && BROKEN_OFF.includes(String(error.code));
        if (!again || attempt >= ATTEMPTS) throw error;
        await new Promise(resolve =>
          setTimeout(resolve, Math.random() * 10 * attempt),
        );
      }
    }
  }

  async insert<Row extends object>(
    table: string,
    rows: readonly Row[],
  ): Promise<void> {
    for (const some of chunked(rows, ROWS_AT_ONCE)) {
      await this.#knex(table).insert(some);
    }
  }

  /** Inserts, or replaces the row of the same key. */
  async upsert<Row extends object>(
    table: string,
    rows: readonly Row[],
    key: string | string[],
  ): Promise<void> {
    for (const some of chunked(rows, ROWS_AT_ONCE)) {
      await this.#knex(table)
        .insert(some)
        .onConflict(key as string)
        .merge();
    }
  }

  /** Rows of an environment by name, however many. */
  async byName<Row>(
    table: string,
    environment: string,
    names: readonly string[],
  ): Promise<Row[]> {
    const rows: Row[] = [];
    for (const some of chunked([...new Set(names)], VALUES_AT_ONCE)) {
      const found: Row[] = await this.#knex(table)
        .where({ environment })
        .whereIn('name', some);
      rows.push(...found);
    }
    return rows;
  }

  async deleteByName(
    table: string,
    environment: string,
    names: readonly string[],
  ): Promise<void> {
    for (const some of chunked([...new Set(names)], VALUES_AT_ONCE)) {
      await this.#knex(table)
        .where({ environment })
        .whereIn('name', some)
        .delete();
    }
  }
}

function* chunked<T>(items: readonly T[], size: number): Iterable<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}

/** Fields that are undefined are left out, and nothing else is. */
export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  ) as T;
}

/** A time as text that sorts. */
export function utc(time: string): string {
  return new Date(time).toISOString();
}

/** Entity refs are compared without regard to case. */
export function folded(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
