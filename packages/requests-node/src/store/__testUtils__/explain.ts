// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';

interface Statement {
  sql: string;
  bindings: unknown[];
}

/** The statements that the work sends. */
export async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const listen = ({ sql, bindings = [] }: Statement) => {
    if (/^\s*(select|with|update|delete)/i.test(sql)) {
      statements.push({ sql, bindings });
    }
  };
  knex.on('query', listen);
  try {
    await work();
  } finally {
    knex.removeListener('query', listen);
  }
  return statements;
}

/**
 * The plan of a statement, one node a line.
 *
 * @param options - `indexesOnly`: PostgreSQL reads a whole table only where no index serves, however short the table is
 */
export async function explain(
  knex: Knex,
  { sql, bindings }: Statement,
  options: { indexesOnly: boolean },
): Promise<string> {
  const connection = await knex.client.acquireConnection();
  try {
    if (knex.client.config.client !== 'pg') {
      const rows: { detail: string }[] = connection
        .prepare(`explain query plan ${sql}`)
        .all(bindings.map(toSqlite));
      return rows.map(({ detail }) => detail).join('\n');
    }
    await connection.query(
      `set enable_seqscan = ${options.indexesOnly ? 'off' : 'on'}`,
    );
    const { rows } = await connection.query(
      `explain (costs off) ${sql}`,
      bindings,
    );
    await connection.query('reset enable_seqscan');
    return rows
      .map((row: Record<string, string>) => row['QUERY PLAN'])
      .join('\n');
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

function toSqlite(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value;
}
