// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Apache Kafka that is stopped, or loses power, at every boundary of an apply, and comes back.
import { TestDatabases } from '@backstage/backend-test-utils';
import { Failpoints } from '@fairway/requests-node';
import { DEFAULT_CONNECT_TIMEOUT } from '../config/types';
import { eventually } from '../contract/eventually';
import { allOf } from '../kafka/outcomes';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import { startOwnKafka } from './__testUtils__/ownKafka';
import { MINUTE, World } from './__testUtils__/World';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** With the other brokers (README) there is what starts one of our own. */
const describeWithKafka = process.env.FAIRWAY_TEST_KAFKA_BOOTSTRAP
  ? describe
  : describe.skip;

const BOUNDARIES = ['look', 'topic.create-1', 'quota.set-1', 'verify'].flatMap(
  step =>
    ['before', 'ran', 'recorded'].map(
      boundary => `kafka.bundle.execute.${step}.${boundary}`,
    ),
);
/** Everything was read back by then. */
const AT_THE_END = /verify\.(?:ran|recorded)$/;
const TURNS = 6;

describeWithKafka('an apply on Apache Kafka', () => {
  let kafka: Awaited<ReturnType<typeof startOwnKafka>>;
  let admin: PlatformaticKafkaAdmin;
  beforeAll(async () => {
    kafka = await startOwnKafka();
    admin = PlatformaticKafkaAdmin.create({
      connection: {
        name: 'apache',
        bootstrapServers: kafka.servers,
        connectTimeout: DEFAULT_CONNECT_TIMEOUT,
        requestTimeout: 5_000,
      },
    });
  });
  afterAll(async () => {
    await admin?.close();
    await kafka?.end();
  });

  it.each(
    BOUNDARIES.map((at, index) => ({
      at,
      index,
      how: index % 2 === 0 ? ('kill' as const) : ('stop' as const),
    })),
  )(
    'waits with the reason when the broker is gone ($how) at $at, and is done once when it is back',
    async ({ at, index, how }) => {
      const names = ['a', 'b'].map(end => `orders.away-${index}-${end}`);
      const rate = 1_000 + index;
      const reached: { happened?: boolean } = {};
      const failpoints = Failpoints.of(async name => {
        if (name !== at || reached.happened) return;
        reached.happened = true;
        await kafka[how]();
      });
      const world = await World.create(
        await databases.init('SQLITE_3'),
        { environment: 'dev', admin },
        { failpoints },
      );
      const request = await world.ask('kafka.bundle', {
        items: [
          ...names.map(name => ({
            kind: 'kafka.topic',
            payload: { operation: 'create', instance: 'orders@dev', name },
          })),
          {
            kind: 'kafka.client-quota',
            payload: {
              instance: 'orders@dev',
              quota: { producerByteRate: rate },
            },
          },
        ],
      });
      await world.approve(request);
      await world.work();
      expect(reached.happened).toBe(true);

      const away = await world.see(request.id);
      const waiting = away.steps.find(({ status }) => status === 'waiting');
      expect(waiting?.waitingFor ?? away.execution).toMatch(
        AT_THE_END.test(at) ? /^succeeded$/ : /cannot be reached|no answer/,
      );
      await kafka.start();
      await eventually(() => admin.describeCluster());
      for (let turn = 0; turn < TURNS; turn += 1) {
        world.pass(MINUTE);
        await world.work();
      }

      expect(await world.see(request.id)).toMatchObject({
        decision: 'approved',
        execution: 'succeeded',
      });
      const topics = allOf(await admin.describeTopics(names));
      expect([...topics.values()].map(({ partitions }) => partitions)).toEqual([
        2, 2,
      ]);
      expect(await admin.listQuotas({ user: 'orders' })).toEqual([
        { user: 'orders', producerByteRate: rate },
      ]);
      const chain = await world.engine.service.verify(world.caller('ada'));
      expect(chain.ok).toBe(true);
    },
  );
});
