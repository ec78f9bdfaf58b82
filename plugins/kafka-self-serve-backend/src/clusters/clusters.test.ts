// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import {
  applicationOf,
  environmentOf,
  instanceOf,
  topicOf,
} from '../__testUtils__/examples';
import { readKafkaConfig } from '../config/readKafkaConfig';
import { allOf } from '../kafka/outcomes';
import { StoredState } from '../state/StoredState';
import { kafkaMigrations, KnexKafkaStores } from '../store';
import { ConnectedClusters } from './ConnectedClusters';
import { EmbeddedClusters } from './EmbeddedClusters';
import { remembered } from './remembered';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

const CONNECTIONS = readKafkaConfig(
  new ConfigReader({
    kafkaSelfServe: {
      clusters: {
        dev: { embedded: true, clusterId: 'cluster-dev', brokers: 1 },
        away: { bootstrapServers: ['127.0.0.1:1'], connectTimeout: 300 },
      },
    },
  }),
);
const ORDER =
  '{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}]}';
const LINE =
  '{"type":"record","name":"Line","fields":[{"name":"order","type":"Order"}]}';

describeWithCluster('clusters', () => {
  let stores: KnexKafkaStores;
  let clusters: ConnectedClusters;
  const logger = mockServices.logger.mock();

  const open = () =>
    ConnectedClusters.create({ connections: CONNECTIONS, stores, logger });

  beforeEach(async () => {
    logger.warn.mockClear();
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex);
    await stores.environments.insert(
      environmentOf('dev', { schemaRegistry: 'dev' }),
    );
    clusters = open();
  });
  afterEach(() => clusters.close());

  it('are opened once for everybody, and again after they were forgotten', async () => {
    const [one, other] = await Promise.all([
      clusters.of('dev'),
      clusters.of('dev'),
    ]);
    expect(one).toBe(other);
    expect(await one.describe()).toMatchObject({ clusterId: 'cluster-dev' });
    await clusters.forget('dev');
    const again = await clusters.of('dev');
    expect(again).not.toBe(one);
    // The cluster itself was not started again.
    expect(await again.describe()).toMatchObject({ clusterId: 'cluster-dev' });
    expect(clusters.bootstrapServers('dev')).toHaveLength(1);
  });

  it('are refused for an environment or connection that is not there', async () => {
    await expect(clusters.of('none')).rejects.toMatchObject({
      code: 'kafka-environment-not-found',
    });
    await expect(clusters.try('none')).rejects.toMatchObject({
      code: 'kafka-connection-unknown',
    });
  });

  it('get what is desired again when they start empty', async () => {
    const spec = topicOf('orders.a', {
      partitions: 4,
      configs: { 'retention.ms': '1000' },
    });
    await stores.applications.put(applicationOf('orders'));
    await stores.applications.putInstance(
      instanceOf('orders', 'dev', { quota: { producerByteRate: 1024 } }),
    );
    await stores.topics.setDesired([{ environment: 'dev', spec }]);
    await stores.topics.setObserved('dev', [spec]);
    // Asked for, and not made yet: its request makes it.
    await stores.topics.setDesired([
      { environment: 'dev', spec: topicOf('orders.b') },
    ]);
    await stores.subjects.setDesired('dev', [
      // Before the one that it refers to, by its name.
      {
        name: 'a-line',
        format: 'AVRO',
        schema: LINE,
        references: [{ name: 'Order', subject: 'b-order', version: 1 }],
      },
      { name: 'b-order', format: 'AVRO', schema: ORDER, compatibility: 'FULL' },
    ]);
    await stores.credentials.put({
      id: 'c',
      environment: 'dev',
      instance: 'orders@dev',
      username: 'orders',
      mechanism: 'SCRAM-SHA-512',
      createdAt: '2026-11-23T02:00:00Z',
    });

    const { admin, registry } = await clusters.of('dev');
    expect((await admin.listTopics()).map(({ name }) => name)).toEqual([
      'orders.a',
    ]);
    const [topic] = allOf(await admin.describeTopics(['orders.a'])).values();
    expect(topic).toMatchObject({ partitions: 4, configs: spec.configs });
    expect(await admin.listAcls()).toHaveLength(3);
    expect(await admin.listQuotas()).toEqual([
      { user: 'orders', producerByteRate: 1024 },
    ]);
    expect(await admin.listScramUsers()).toMatchObject([{ user: 'orders' }]);
    expect(await registry?.listSubjects()).toEqual(['a-line', 'b-order']);
    expect(await registry?.getCompatibility('b-order')).toBe('FULL');
    expect(logger.warn).not.toHaveBeenCalled();

    // Not twice: what was deleted since stays deleted.
    await admin.deleteTopics([{ name: 'orders.a' }]);
    await clusters.forget('dev');
    const again = await clusters.of('dev');
    expect(await again.admin.listTopics()).toEqual([]);
  });

  it('start again, with what is desired, after they ended', async () => {
    const embedded = EmbeddedClusters.create({ logger });
    const connection = CONNECTIONS.get('dev') as never;
    const restored: string[] = [];
    const restore = () =>
      embedded.once('dev', 'dev', async () => {
        restored.push('once');
      });
    const cluster = await embedded.start(connection);
    await restore();
    await restore();
    expect(restored).toHaveLength(1);
    await cluster.stop();
    expect(embedded.hasEnded('dev')).toBe(true);
    expect(await embedded.start(connection)).not.toBe(cluster);
    await restore();
    expect(restored).toHaveLength(2);
    await embedded.close();
  });

  it('give the planner what is there now, and refuse an old picture where it asked for a new one', async () => {
    const state = StoredState.create({ stores, clusters });
    const { admin } = await clusters.of('dev');
    await admin.createTopics([
      topicOf('orders.a', { configs: { 'retention.ms': '5' } }),
    ]);
    await stores.snapshots.save('dev', {
      asOf: '2026-11-23T02:00:00Z',
      clusterId: 'cluster-dev',
      brokers: 1,
      topics: [topicOf('orders.a', { partitions: 9 }), topicOf('gone')],
      acls: [],
    });
    const touched = { topics: ['orders.a', 'gone', 'never'] };
    const before = await state.load('dev', touched);
    expect(before).toMatchObject({
      live: false,
      observed: { topics: { length: 2 } },
    });
    const now = await state.load('dev', touched, {
      live: { ...touched, acls: true },
    });
    expect(now.live).toBe(true);
    expect(now.observed.topics).toMatchObject([
      { name: 'orders.a', partitions: 3, configs: { 'retention.ms': '5' } },
    ]);
    expect(
      now.topics.find(({ name }) => name === 'gone')?.observed,
    ).toBeUndefined();

    await stores.environments.insert(
      environmentOf('prod', { connection: 'away' }),
    );
    await expect(
      state.load('prod', touched, { live: touched }),
    ).rejects.toMatchObject({ code: 'kafka-unreachable' });
    await expect(state.load('none', {})).rejects.toMatchObject({
      code: 'kafka-environment-not-found',
    });
  });
});

describe('remembered', () => {
  it('asks once for everybody within a while, and again after a failure', async () => {
    let calls = 0;
    const ask = remembered(async () => {
      calls += 1;
      if (calls === 1) throw new Error('away');
      return calls;
    }, 60_000);
    await expect(ask()).rejects.toThrow('away');
    expect(await Promise.all([ask(), ask()])).toEqual([2, 2]);
    expect(await ask()).toBe(2);
    const always = remembered(async () => (calls += 1), 0);
    expect(await always()).not.toBe(await always());
  });
});
