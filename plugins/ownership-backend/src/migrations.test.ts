// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const directory = resolve(__dirname, '../migrations');
const TABLES = ['policy_revisions', 'break_glass_grants'];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down and up again', async () => {
    const knex = await databases.init(databaseId);
    const present = async () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));

    await knex.migrate.latest({ directory });
    await expect(present()).resolves.toEqual([true, true]);
    await knex.migrate.rollback({ directory }, true);
    await expect(present()).resolves.toEqual([false, false]);
    await knex.migrate.latest({ directory });
    await expect(knex('policy_revisions').select()).resolves.toEqual([]);
  });
});
