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

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down and up again', async () => {
    const knex = await databases.init(databaseId);

    await knex.migrate.latest({ directory });
    await expect(knex.schema.hasTable('resources')).resolves.toBe(true);
    await expect(knex.schema.hasTable('changes')).resolves.toBe(false);
    await knex.migrate.rollback({ directory }, true);
    for (const table of ['resources', 'report_tokens', 'changes']) {
      await expect(knex.schema.hasTable(table)).resolves.toBe(false);
    }
    await knex.migrate.latest({ directory });
    await expect(knex('resources').select()).resolves.toEqual([]);
  });
});
