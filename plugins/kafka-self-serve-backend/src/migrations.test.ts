// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { kafkaMigrations } from './store';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down and up again, beside those of another plugin part', async () => {
    const knex = await databases.init(databaseId);
    const migrations = kafkaMigrations();
    await knex.migrate.latest(migrations);
    await expect(knex('kafka_topics').select()).resolves.toEqual([]);
    await knex.migrate.rollback(migrations, true);
    for (const table of ['kafka_topics', 'kafka_environments']) {
      await expect(knex.schema.hasTable(table)).resolves.toBe(false);
    }
    await knex.migrate.latest(migrations);
    await expect(knex('kafka_drift').select()).resolves.toEqual([]);
    expect(migrations.tableName).not.toBe('knex_migrations');
  });
});
