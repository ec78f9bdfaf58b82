// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { Knex } from 'knex';

/** How often a transaction is begun again that the database itself broke off. */
const ATTEMPTS = 10;
const UNIQUE_VIOLATIONS = [
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
];
/** PostgreSQL: serialization failure, deadlock. SQLite: another process writes. Nothing was written in any of them. */
const BROKEN_OFF = [
  '40001',
  '40P01',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
];

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

export function isUniqueViolation(error: unknown): boolean {
  return isError(error) && UNIQUE_VIOLATIONS.includes(String(error.code));
}

/** The rows of a statement in SQL, on either database. */
export async function rowsOf<TRow>(
  knex: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[] = [],
): Promise<TRow[]> {
  const result = await knex.raw(sql, bindings);
  return isPostgres(knex) ? result.rows : result;
}

/** Runs the work in a transaction, again where the database broke it off. */
export async function inTransaction<TResult>(
  knex: Knex,
  work: (transaction: Knex.Transaction) => Promise<TResult>,
): Promise<TResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      const again = isError(error) && BROKEN_OFF.includes(String(error.code));
      if (!again || attempt >= ATTEMPTS) throw error;
      await new Promise(resolve =>
        setTimeout(resolve, Math.random() * 10 * attempt),
      );
    }
  }
}

/**
 * Takes the row of a request for the rest of the transaction, so that whoever else changes it waits. Has to be the first
 * statement: on SQLite it is a write, and a transaction that reads first and writes later is refused when another process
 * wrote in between.
 */
export async function lockRequest<TRow>(
  transaction: Knex.Transaction,
  id: string,
): Promise<TRow | undefined> {
  const sql = isPostgres(transaction)
    ? 'select * from requests where id = ? for no key update'
    : 'update requests set row_version = row_version where id = ? returning *';
  const [row] = await rowsOf<TRow>(transaction, sql, [id]);
  return row;
}

/** Text as both databases can keep it: PostgreSQL knows no NUL. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\u{fffd}');
}

/** Rows of one INSERT; SQLite takes no more than 500. */
const ROWS_AT_ONCE = 200;

export async function insertAll<TRow extends object>(
  transaction: Knex.Transaction,
  table: string,
  rows: readonly TRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await transaction(table).insert(rows.slice(start, start + ROWS_AT_ONCE));
  }
}
