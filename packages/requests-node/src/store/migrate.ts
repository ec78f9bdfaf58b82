// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** A table of its own: two sets of migrations in one table would each find the other's files missing. */
const TABLE = 'requests_migrations';

/** Where the migrations are, and where is kept which of them ran; for a plugin that runs knex itself. */
export function requestMigrations(): Knex.MigratorConfig {
  return {
    directory: resolvePackagePath('@fairway/requests-node', 'migrations'),
    tableName: TABLE,
  };
}

/**
 * Brings the tables of the request engine up to date in the database of a plugin. Several processes may call it at once.
 *
 * @public
 */
export async function runRequestMigrations(knex: Knex): Promise<void> {
  await knex.migrate.latest(requestMigrations());
}
