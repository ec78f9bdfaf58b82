// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { applicationOf, instanceOf } from './__testUtils__/examples';
import { kafkaMigrations, KnexKafkaStores } from './store';

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

  it('find the names of instances that were there before', async () => {
    const knex = await databases.init(databaseId);
    const migrations = kafkaMigrations();
    await knex.migrate.up(migrations);
    const instance = instanceOf('orders', 'prod');
    const { id, application, environment } = instance;
    await knex('kafka_instances').insert({
      id,
      application,
      environment,
      is_private: false,
      body: JSON.stringify(instance),
    });
    const stores = KnexKafkaStores.of(knex);
    await stores.applications.put(applicationOf('orders'));
    await knex.migrate.latest(migrations);
    const found = await stores.applications.involved('prod', {
      patterns: [{ type: 'TOPIC', pattern: 'LITERAL', name: 'orders.a' }],
    });
    expect(found).toMatchObject([{ id }]);
    expect(
      await stores.applications.involved('prod', {
        principals: instance.principals,
      }),
    ).toEqual(found);
  });
});
