// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';

interface Statement {
  sql: string;
  bindings: unknown[];
}

/** The plans of the statements that the work sends, each with its text before it. */
export async function plansOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const statements: Statement[] = [];
  const listen = ({ sql, bindings = [] }: Statement) => {
    if (/^\s*(select|with)/i.test(sql)) statements.push({ sql, bindings });
  };
  knex.on('query', listen);
  try {
    await work();
  } finally {
    knex.removeListener('query', listen);
  }
  const plans: string[] = [];
  for (const statement of statements) {
    plans.push(`${statement.sql}\n${await explain(knex, statement)}`);
  }
  return plans;
}

async function explain(
  knex: Knex,
  { sql, bindings }: Statement,
): Promise<string> {
  const connection = await knex.client.acquireConnection();
  try {
    if (knex.client.config.client !== 'pg') {
      const rows: { detail: string }[] = connection
        .prepare(`explain query plan ${sql}`)
        .all(
          bindings.map(value =>
            typeof value === 'boolean' ? Number(value) : value,
          ),
        );
      return rows.map(({ detail }) => detail).join('\n');
    }
    const { rows } = await connection.query(
      `explain (costs off) ${sql}`,
      bindings,
    );
    return rows
      .map((row: Record<string, string>) => row['QUERY PLAN'])
      .join('\n');
  } finally {
    await knex.client.releaseConnection(connection);
  }
}
