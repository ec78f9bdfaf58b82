// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** A table of its own: two sets of migrations in one table would each find the other's files missing. */
const TABLE = 'kafka_self_serve_migrations';

/** Where the migrations are, and where is kept which of them ran. */
export function kafkaMigrations(): Knex.MigratorConfig {
  return {
    directory: resolvePackagePath(
      '@fairway/backstage-plugin-kafka-self-serve-backend',
      'migrations',
    ),
    tableName: TABLE,
  };
}

/** The plugin's own tables, beside those of the request engine. */
export async function connect(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) await knex.migrate.latest(kafkaMigrations());
  return knex;
}
