// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { PolicyRevisionStore } from './PolicyRevisionStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('revisions on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({
      directory: resolve(__dirname, '../../migrations'),
    });
  });

  beforeEach(async () => {
    await knex('policy_revisions').delete();
  });

  const revision = (name: string) => ({
    revision: name,
    source: 'policy.yaml',
    loadedAt: '2026-06-01T10:00:00.000Z',
    text: `text of ${name}`,
  });
  const names = async () =>
    (await new PolicyRevisionStore(knex).list()).map(each => each.revision);

  it('adds one row when all replicas load the same edit at the same time', async () => {
    const replicas = Array.from(
      { length: 5 },
      () => new PolicyRevisionStore(knex),
    );
    await Promise.all(replicas.map(each => each.record(revision('a'))));
    await expect(names()).resolves.toEqual(['a']);

    await Promise.all(
      replicas.map((each, index) => each.record(revision(`b${index}`))),
    );
    await expect(names()).resolves.toHaveLength(6);
    await expect(replicas[0].last()).resolves.toMatchObject({ number: 6 });
  });

  it('keeps an edit that was taken back as the last one again', async () => {
    const store = new PolicyRevisionStore(knex);
    for (const name of ['a', 'b', 'a']) await store.record(revision(name));

    await expect(names()).resolves.toEqual(['a', 'b', 'a']);
    await expect(store.find('a')).resolves.toMatchObject({
      number: 3,
      text: 'text of a',
    });
    await expect(store.find('c')).resolves.toBeUndefined();
  });

  it('forgets all but the last hundred', async () => {
    const store = new PolicyRevisionStore(knex);
    for (let count = 1; count <= 103; count++) {
      await store.record(revision(`r${count}`));
    }
    const kept = await names();
    expect(kept).toHaveLength(100);
    expect(kept[0]).toBe('r103');
    await expect(store.find('r3')).resolves.toBeUndefined();
  });
});
