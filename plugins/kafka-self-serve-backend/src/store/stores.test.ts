// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  applicationOf,
  environmentOf,
  instanceOf,
  topicOf,
  viewerOf,
} from '../__testUtils__/examples';
import type { ClusterSnapshot } from '../domain/stored';
import { kafkaMigrations } from './database';
import { KnexKafkaStores } from './KnexKafkaStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const AT = '2026-11-23T02:00:00.000Z';

const snapshot = (change: Partial<ClusterSnapshot> = {}): ClusterSnapshot => ({
  asOf: AT,
  clusterId: 'cluster-prod',
  brokers: 3,
  topics: [],
  ...change,
});
const code = (expected: string) => expect.objectContaining({ code: expected });

describe.each(databases.eachSupportedId())('the stores on %s', databaseId => {
  let stores: KnexKafkaStores;

  beforeEach(async () => {
    const knex = await databases.init(databaseId);
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex, () => new Date(AT));
    await stores.environments.insert(environmentOf('prod'));
    for (const name of ['orders', 'payments']) {
      await stores.applications.put(applicationOf(name));
      await stores.applications.putInstance(instanceOf(name, 'prod'));
    }
  });

  it('keeps environments one-to-one with clusters, and takes no change of an old reading', async () => {
    const { environments } = stores;
    await expect(
      environments.insert(environmentOf('dev', { clusterId: 'cluster-prod' })),
    ).rejects.toEqual(code('kafka-environment-exists'));
    const read = await environments.get('prod');
    await environments.update({ ...read!, displayName: 'Production' });
    await expect(
      environments.update({ ...read!, displayName: 'Live' }),
    ).rejects.toEqual(code('kafka-row-moved'));
    await environments.setStatus('prod', { reachable: true, brokers: 3 });
    expect(await environments.list()).toEqual([
      {
        ...environmentOf('prod'),
        displayName: 'Production',
        status: { reachable: true, brokers: 3 },
        rowVersion: 2,
      },
    ]);
    await expect(
      environments.update(environmentOf('none', { order: 9, clusterId: 'x' })),
    ).rejects.toEqual(code('kafka-environment-not-found'));
  });

  it('tells the phases of a topic out of what is wanted and seen', async () => {
    const { topics, snapshots } = stores;
    const phase = async () => (await topics.get('prod', 'orders.a'))?.phase;
    const spec = topicOf('orders.a');
    await topics.setDesired([{ environment: 'prod', spec, requestId: 'r1' }]);
    expect(await phase()).toBe('pending');
    await snapshots.save('prod', snapshot({ topics: [spec] }));
    expect(await phase()).toBe('ready');
    await snapshots.save(
      'prod',
      snapshot({ topics: [{ ...spec, partitions: 6 }] }),
    );
    expect(await phase()).toBe('drifted');
    await topics.setDeleting('prod', 'orders.a', '2026-11-30T00:00:00Z');
    expect(await phase()).toBe('deleting');
    await topics.setDeleting('prod', 'orders.a', undefined);
    await snapshots.save('prod', snapshot());
    expect(await phase()).toBe('missing');
    await topics.setFailure('prod', 'orders.a', 'The broker is away.');
    expect(await topics.get('prod', 'orders.a')).toMatchObject({
      phase: 'failed',
      failure: 'The broker is away.',
      instance: 'orders@prod',
      application: 'orders',
      ownerRef: 'group:default/orders',
      requestId: 'r1',
    });
    await topics.removeDesired('prod', ['orders.a']);
    expect(await topics.get('prod', 'orders.a')).toBeUndefined();
  });

  it('keeps what a short look does not tell, and forgets what is gone', async () => {
    const { topics, snapshots } = stores;
    const effective = { 'retention.ms': '1000' };
    await snapshots.save(
      'prod',
      snapshot({
        topics: [
          topicOf('orders.a', { bytes: 2 ** 40, effective }),
          topicOf('__consumer_offsets', { internal: true }),
        ],
        acls: [],
        quotas: [{ user: 'orders', producerByteRate: 10 }],
      }),
    );
    await topics.setObserved('prod', [topicOf('orders.a', { partitions: 4 })]);
    expect(
      (await topics.all({ environment: 'prod' })).map(t => t.observed),
    ).toEqual([
      topicOf('orders.a', { partitions: 4, bytes: 2 ** 40, effective }),
    ]);
    await snapshots.save('prod', snapshot());
    expect(await topics.all({ environment: 'prod' })).toEqual([]);
    // What could not be read stays.
    expect(await snapshots.quotas('prod')).toEqual([
      { user: 'orders', producerByteRate: 10 },
    ]);
    await snapshots.failed('prod', { at: AT, message: 'away' });
    expect(await snapshots.info()).toEqual([
      { environment: 'prod', asOf: AT, reachable: false, message: 'away' },
    ]);
  });

  it('finds owners anew when patterns move', async () => {
    const { applications, snapshots, topics, groups, subjects } = stores;
    await snapshots.save(
      'prod',
      snapshot({
        topics: [
          topicOf('orders.a', { configs: { 'retention.bytes': '1000' } }),
          topicOf('orphan'),
        ],
        groups: [
          {
            groupId: 'orders.g',
            state: 'EMPTY',
            members: 0,
            topics: ['orders.a'],
            lag: '5',
          },
        ],
        subjects: [{ name: 'orders.a-value', version: 1, schema: '"string"' }],
        acls: [
          {
            resourceType: 'TOPIC',
            patternType: 'LITERAL',
            resourceName: 'orders.a',
            principal: 'User:payments',
            host: '*',
            operation: 'READ',
            permission: 'ALLOW',
          },
        ],
      }),
    );
    const owners = async () => [
      (await topics.get('prod', 'orders.a'))?.instance,
      (await groups.ofTopic('prod', 'orders.a'))[0].instance,
      (await subjects.ofTopic('prod', 'orders.a'))[0].instance,
      (await snapshots.aclPage({}, viewerOf())).items[0].instance,
    ];
    expect(await owners()).toEqual(Array(4).fill('orders@prod'));
    const own = instanceOf('orders', 'prod');
    await applications.putInstances([
      { ...own, patterns: [] },
      {
        ...instanceOf('payments', 'prod'),
        patterns: own.patterns,
      },
    ]);
    expect(await owners()).toEqual(Array(4).fill('payments@prod'));
    expect(
      await applications.figures(['orders@prod', 'payments@prod']),
    ).toEqual(
      new Map([
        [
          'payments@prod',
          {
            usage: { topics: 1, partitions: 3, bytes: 3000 },
            topics: 1,
            groups: 1,
            subjects: 1,
          },
        ],
        [
          'orders@prod',
          {
            usage: { topics: 0, partitions: 0, bytes: 0 },
            topics: 0,
            groups: 0,
            subjects: 0,
          },
        ],
      ]),
    );
    await applications.removeInstance('payments@prod');
    expect(await owners()).toEqual(Array(4).fill(undefined));
    const orphans = await snapshots.orphans({ limit: 2 }, viewerOf());
    expect(orphans).toMatchObject({
      total: 4,
      items: [
        { type: 'TOPIC', name: 'orders.a', partitions: 3 },
        { type: 'SUBJECT', name: 'orders.a-value' },
      ],
    });
    expect(
      (
        await snapshots.orphans({ cursor: orphans.nextCursor }, viewerOf())
      ).items.map(({ name }) => name),
    ).toEqual(['orders.g', 'orphan']);
  });

  it('shows a schema with its subject, and not in lists', async () => {
    const { subjects, snapshots } = stores;
    const seen = { name: 'orders.a-value', version: 1, schema: '"string"' };
    await snapshots.save('prod', snapshot({ subjects: [seen] }));
    await subjects.setDesired('prod', [
      { name: seen.name, compatibility: 'FULL' },
    ]);
    expect(await subjects.get('prod', seen.name)).toMatchObject({
      phase: 'drifted',
      observed: seen,
    });
    expect((await subjects.page({}, viewerOf())).items[0].observed).toEqual({
      name: seen.name,
      version: 1,
    });
    // A sync that reads no texts keeps the one that it had.
    await snapshots.save(
      'prod',
      snapshot({ subjects: [{ name: seen.name, version: 1 }] }),
    );
    expect((await subjects.get('prod', seen.name))?.observed?.schema).toBe(
      '"string"',
    );
  });

  it('writes nothing where a transaction is broken off', async () => {
    await expect(
      stores.transaction(async inside => {
        await inside.topics.setDesired([
          { environment: 'prod', spec: topicOf('orders.a') },
        ]);
        expect(await inside.topics.get('prod', 'orders.a')).toBeDefined();
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await stores.topics.get('prod', 'orders.a')).toBeUndefined();
  });
});
