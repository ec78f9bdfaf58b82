// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import knexFactory, { type Knex } from 'knex';

/** A database without tables, as a plugin gets it. */
export interface BenchDatabase {
  knex: Knex;
  stop(): Promise<void>;
}

export const DATABASES = ['SQLite', 'PostgreSQL'] as const;

/** A file of SQLite, or a PostgreSQL of its own. */
export async function startDatabase(
  name: (typeof DATABASES)[number],
): Promise<BenchDatabase> {
  if (name === 'SQLite') {
    const folder = await mkdtemp(join(tmpdir(), 'fairway-bench-'));
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'requests.sqlite') },
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    return {
      knex,
      stop: async () => {
        await knex.destroy();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  const root = resolve(__dirname, '../..');
  const { startPostgres } = require(resolve(root, 'scripts/lib/postgres.mjs'));
  const server: { connectionString: string; stop(): Promise<void> } =
    await startPostgres({ root });
  const knex = knexFactory({
    client: 'pg',
    connection: server.connectionString,
  });
  return {
    knex,
    stop: async () => {
      await knex.destroy();
      await server.stop();
    },
  };
}
