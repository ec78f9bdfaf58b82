// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Whose things are, when instances get and lose names: looked up one by one, or many at once.
import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  AclBinding,
  OwnedPattern,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Knex } from 'knex';
import {
  applicationOf,
  environmentOf,
  instanceOf,
  topicOf,
  viewerOf,
} from '../__testUtils__/examples';
import { plansOf } from './__testUtils__/plans';
import { kafkaMigrations } from './database';
import { KnexKafkaStores } from './KnexKafkaStores';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const MANY = 50;
const names = Array.from({ length: MANY }, (_, n) => `plain-${n}`);

const topics = (pattern: OwnedPattern['pattern'], some: readonly string[]) =>
  some.map((name): OwnedPattern => ({ type: 'TOPIC', pattern, name }));

const acl = (resourceName: string, principal: string): AclBinding => ({
  resourceType: 'TOPIC',
  patternType: 'LITERAL',
  resourceName,
  principal,
  host: '*',
  operation: 'READ',
  permission: 'ALLOW',
});

describe.each(databases.eachSupportedId())('owners on %s', databaseId => {
  let knex: Knex;
  let stores: KnexKafkaStores;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex);
    await stores.environments.insert(environmentOf('prod'));
    await stores.applications.put(applicationOf('orders'));
    await stores.snapshots.save('prod', {
      asOf: '2026-11-23T02:00:00.000Z',
      clusterId: 'cluster-prod',
      brokers: 1,
      topics: ['a_b.c', 'a_c', ...names].map(name => topicOf(name)),
      groups: ['a_b.g', 'z'].map(groupId => ({
        groupId,
        state: 'EMPTY',
        members: 0,
        topics: [],
      })),
      subjects: [{ name: 'a_b.c-value' }, { name: 'own' }, { name: 'z' }],
      acls: [acl('a_b.c', 'User:x'), acl('plain-1', 'User:orders')],
    });
  });

  const own = (patterns: OwnedPattern[], principals = ['User:orders']) =>
    stores.applications.putInstance(
      instanceOf('orders', 'prod', { patterns, principals }),
    );
  const owned = async () => ({
    topics: (await stores.topics.all({ environment: 'prod' }))
      .filter(({ instance }) => instance)
      .map(({ name }) => name),
    groups: (await stores.groups.all({ environment: 'prod' }))
      .filter(({ instance }) => instance)
      .map(({ groupId }) => groupId),
    subjects: (await stores.subjects.all({ environment: 'prod' }))
      .filter(({ instance }) => instance)
      .map(({ name }) => name),
    acls: (await stores.snapshots.aclPage({}, viewerOf())).items.map(
      ({ instance, principalInstance }) => [instance, principalInstance],
    ),
  });

  it('follow a few names that come and go', async () => {
    await own([
      ...topics('PREFIXED', ['a_b.']),
      { type: 'GROUP', pattern: 'PREFIXED', name: 'a_b.' },
      { type: 'SUBJECT', pattern: 'LITERAL', name: 'own' },
    ]);
    expect(await owned()).toEqual({
      topics: ['a_b.c'],
      groups: ['a_b.g'],
      subjects: ['a_b.c-value', 'own'],
      acls: [
        ['orders@prod', undefined],
        [undefined, 'orders@prod'],
      ],
    });
    await own(topics('LITERAL', ['a_c']), ['User:x']);
    expect(await owned()).toEqual({
      topics: ['a_c'],
      groups: [],
      subjects: [],
      acls: [
        [undefined, 'orders@prod'],
        [undefined, undefined],
      ],
    });
    await stores.applications.removeInstance('orders@prod');
    expect((await owned()).topics).toEqual([]);
  });

  it('follow many names at once', async () => {
    await own(topics('LITERAL', [...names, 'a_b.c']));
    expect(await owned()).toEqual({
      topics: ['a_b.c', ...names].sort(),
      groups: [],
      subjects: ['a_b.c-value'],
      acls: [
        ['orders@prod', undefined],
        ['orders@prod', 'orders@prod'],
      ],
    });
  });

  it('find whoever has a name in common, letter by letter', async () => {
    const involved = async (
      pattern: OwnedPattern['pattern'],
      name: string,
      type: OwnedPattern['type'] = 'TOPIC',
    ) =>
      (
        await stores.applications.involved('prod', {
          patterns: [{ type, pattern, name }],
        })
      ).length;
    await own([
      ...topics('PREFIXED', ['a_b.']),
      ...topics('LITERAL', ['Zebra-1']),
      { type: 'GROUP', pattern: 'LITERAL', name: 'g.1' },
    ]);
    expect(await involved('LITERAL', 'a_b.c')).toBe(1);
    expect(await involved('LITERAL', 'a.b_c')).toBe(1);
    expect(await involved('LITERAL', 'a_b')).toBe(0);
    expect(await involved('PREFIXED', 'a')).toBe(1);
    expect(await involved('PREFIXED', 'Zeb')).toBe(1);
    expect(await involved('PREFIXED', 'zeb')).toBe(0);
    expect(await involved('LITERAL', 'Zebra-12')).toBe(0);
    expect(await involved('PREFIXED', 'g.', 'GROUP')).toBe(1);
    expect(await involved('PREFIXED', 'g_', 'GROUP')).toBe(0);
  });

  it('find topics whose names cannot be in one cluster, by an index', async () => {
    const look = () => stores.topics.alike('prod', ['a.b.c', 'plain-7']);
    expect((await look()).map(({ name }) => name)).toEqual([
      'a_b.c',
      'plain-7',
    ]);
    if (databaseId.startsWith('POSTGRES')) {
      await knex.raw('set enable_seqscan = off');
    }
    const [plan] = await plansOf(knex, look);
    expect(plan).toMatch(/kafka_topics_folded_idx/);
  });
});
