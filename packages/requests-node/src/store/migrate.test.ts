// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { KnexRequestStore, requestMigrations, runRequestMigrations } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const TABLES = [
  'requests',
  'requests_audiences',
  'requests_audience_refs',
  'requests_list',
  'requests_recused',
  'requests_resources',
  'requests_events',
  'requests_decisions',
  'requests_steps',
  'requests_comments',
  'requests_logs',
  'requests_jobs',
  'requests_inbox',
  'requests_outbox',
];

describe.each(databases.eachSupportedId())('migrations on %s', databaseId => {
  it('go up, down and up again, beside the migrations of the plugin', async () => {
    const knex = await databases.init(databaseId);
    const present = () =>
      Promise.all(TABLES.map(table => knex.schema.hasTable(table)));

    await runRequestMigrations(knex);
    expect(await present()).toEqual(TABLES.map(() => true));
    expect(await knex.schema.hasTable('requests_migrations')).toBe(true);
    expect(await knex.schema.hasTable('knex_migrations')).toBe(false);

    await knex.migrate.rollback(requestMigrations(), true);
    expect(await present()).toEqual(TABLES.map(() => false));

    await runRequestMigrations(knex);
    expect(await knex('requests').select()).toEqual([]);
  });

  it('do not run where the caller runs them', async () => {
    const knex = await databases.init(databaseId);
    await KnexRequestStore.create({ database: knex, migrate: false });
    expect(await knex.schema.hasTable('requests')).toBe(false);
  });

  it('say what every table and column is for', async () => {
    const knex = await databases.init(databaseId);
    // SQLite keeps no comments.
    if (knex.client.config.client !== 'pg') return;
    await runRequestMigrations(knex);
    const { rows } = await knex.raw(
      `select c.relname, a.attname from pg_class c
       join pg_attribute a on a.attrelid = c.oid
       where c.relname = any(?) and a.attnum >= 0 and not a.attisdropped
       and col_description(c.oid, a.attnum) is null
       union all
       select c.relname, '' from pg_class c
       where c.relname = any(?) and obj_description(c.oid) is null`,
      [TABLES, TABLES],
    );
    expect(rows).toEqual([]);
  });
});
