// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@fairway/backstage-plugin-ownership-backend',
  'migrations',
);
const UNIQUE_VIOLATIONS = [
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
];

/** The plugin's database with its tables as they are to be. */
export async function connect(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: MIGRATIONS });
  }
  return knex;
}

export function isUniqueViolation(error: unknown): boolean {
  return isError(error) && UNIQUE_VIOLATIONS.includes(String(error.code));
}
