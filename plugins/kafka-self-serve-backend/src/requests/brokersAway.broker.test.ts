// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Apache Kafka that is stopped, loses power, hangs or is cut off, at every boundary of an apply, and comes back; and in
// which somebody else makes what an apply is about to make.
import { TestDatabases } from '@backstage/backend-test-utils';
import { Failpoints } from '@fairway/requests-node';
import { DEFAULT_CONNECT_TIMEOUT } from '../config/types';
import { eventually } from '../contract/eventually';
import { allOf, outcomeOf, succeededOf } from '../kafka/outcomes';
import { PlatformaticKafkaAdmin } from '../kafka/PlatformaticKafkaAdmin';
import { startOwnKafka } from './__testUtils__/ownKafka';
import { MINUTE, World } from './__testUtils__/World';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** With the other brokers (README) there is what starts one of our own. */
const describeWithKafka = process.env.FAIRWAY_TEST_KAFKA_BOOTSTRAP
  ? describe
  : describe.skip;

const boundariesOf = (...steps: string[]) =>
  steps.flatMap(step =>
    ['before', 'ran', 'recorded'].map(
      boundary => `kafka.bundle.execute.${step}.${boundary}`,
    ),
  );
const MAKES = boundariesOf('look', 'topic.create-1', 'quota.set-1', 'verify');
const CHANGES = boundariesOf(
  'topic.partitions-1',
  'topic.configs-1',
  'topic.delete-1',
);
/** Everything was read back by then. */
const AT_THE_END = /verify\.(?:ran|recorded)$/;
const TURNS = 6;
const DONE = { decision: 'approved', execution: 'succeeded' };
/** How it goes away, and how it comes back. */
const AWAY = {
  kill: 'start',
  stop: 'start',
  pause: 'resume',
  cut: 'mend',
} as const;
type Away = keyof typeof AWAY;
const WAYS = Object.keys(AWAY) as Away[];
const named = (boundaries: string[]) =>
  boundaries.map((at, index) => ({
    at,
    index,
    how: WAYS[index % WAYS.length],
  }));

const topicItem = (payload: object) => ({ kind: 'kafka.topic', payload });
const create = (name: string) =>
  topicItem({ operation: 'create', instance: 'orders@dev', name });

describeWithKafka('an apply on Apache Kafka', () => {
  let kafka: Awaited<ReturnType<typeof startOwnKafka>>;
  let admin: PlatformaticKafkaAdmin;
  let byLine: PlatformaticKafkaAdmin;
  beforeAll(async () => {
    kafka = await startOwnKafka();
    [admin, byLine] = [kafka.servers, kafka.byLine].map(bootstrapServers =>
      PlatformaticKafkaAdmin.create({
        connection: {
          name: 'apache',
          bootstrapServers,
          connectTimeout: DEFAULT_CONNECT_TIMEOUT,
          requestTimeout: 5_000,
        },
      }),
    );
  });
  // One that fails while the broker hangs, or is cut off, takes no others with it.
  afterEach(async () => {
    await kafka.resume();
    await kafka.mend();
  });
  afterAll(async () => {
    await Promise.all([admin?.close(), byLine?.close()]);
    await kafka?.end();
  });

  /** Something happens once, at one boundary of the apply. */
  async function openWorld(
    at: string,
    happens: () => Promise<unknown>,
    portals = admin,
  ) {
    let happened = false;
    const failpoints = Failpoints.of(async name => {
      if (name !== at || happened) return;
      happened = true;
      await happens();
    });
    const world = await World.create(
      await databases.init('SQLITE_3'),
      { environment: 'dev', admin: portals },
      { failpoints },
    );
    return { world, happened: () => happened };
  }

  async function comesBack(how: Away) {
    await kafka[AWAY[how]]();
    // A broker that answers does not yet take topics.
    await eventually(async () =>
      allOf(
        await admin.createTopics(
          [
            {
              name: 'orders.probe',
              partitions: 1,
              replicationFactor: 1,
              configs: {},
            },
          ],
          { validateOnly: true },
        ),
      ),
    );
  }

  /** Approved, away in the middle, waiting with the reason, back, and done once. */
  async function livesThrough(
    items: object[],
    options: {
      at: string;
      how: Away;
      /** Topics that are there before. */
      there?: string[];
    },
  ) {
    const { at, how, there = [] } = options;
    const { world, happened } = await openWorld(
      at,
      () => kafka[how](),
      how === 'cut' ? byLine : admin,
    );
    if (there.length > 0) {
      const made = { items: there.map(create) };
      expect(await world.done('kafka.bundle', made)).toMatchObject(DONE);
    }
    const request = await world.ask('kafka.bundle', { items });
    await world.approve(request);
    await world.work();
    const away = await world.see(request.id);
    expect(away.failure).toBeUndefined();
    expect(happened()).toBe(true);
    const waiting = away.steps.find(({ status }) => status === 'waiting');
    expect(waiting?.waitingFor ?? away.execution).toMatch(
      AT_THE_END.test(at) ? /^succeeded$/ : /cannot be reached|did not answer/,
    );
    await comesBack(how);
    for (let turn = 0; turn < TURNS; turn += 1) {
      world.pass(MINUTE);
      await world.work();
    }
    expect(await world.see(request.id)).toMatchObject(DONE);
    const chain = await world.engine.service.verify(world.caller('ada'));
    expect(chain.ok).toBe(true);
  }

  it.each(named(MAKES))(
    'waits with the reason when the broker is gone ($how) at $at, and is done once when it is back',
    async ({ at, index, how }) => {
      const names = ['a', 'b'].map(end => `orders.away-${index}-${end}`);
      const rate = 1_000 + index;
      const quota = {
        instance: 'orders@dev',
        quota: { producerByteRate: rate },
      };
      await livesThrough(
        [...names.map(create), { kind: 'kafka.client-quota', payload: quota }],
        { at, how },
      );
      const topics = allOf(await admin.describeTopics(names));
      expect([...topics.values()].map(({ partitions }) => partitions)).toEqual([
        2, 2,
      ]);
      expect(await admin.listQuotas({ user: 'orders' })).toEqual([
        { user: 'orders', producerByteRate: rate },
      ]);
    },
  );

  it.each(named(CHANGES))(
    'changes and deletes what was there once, also when the broker is gone ($how) at $at',
    async ({ at, index, how }) => {
      const [kept, gone] = ['kept', 'gone'].map(
        end => `orders.changed-${index}-${end}`,
      );
      await livesThrough(
        [
          topicItem({ operation: 'partitions', name: kept, partitions: 5 }),
          topicItem({
            operation: 'config',
            name: kept,
            set: { 'retention.ms': '60000' },
          }),
          topicItem({ operation: 'delete', name: gone, typedName: gone }),
        ],
        { at, how, there: [kept, gone] },
      );
      const left = succeededOf(await admin.describeTopics([kept, gone]));
      expect([...left.keys()]).toEqual([kept]);
      expect(left.get(kept)).toMatchObject({
        partitions: 5,
        configs: { 'retention.ms': '60000' },
      });
    },
  );

  it('takes nothing for its own that somebody made behind its back', async () => {
    const name = 'orders.foreign';
    const foreign = { name, partitions: 9, replicationFactor: 1, configs: {} };
    const { world } = await openWorld(
      'kafka.bundle.execute.topic.create-1.before',
      async () => {
        allOf(await admin.createTopics([foreign]));
        await eventually(async () => allOf(await admin.describeTopics([name])));
      },
    );
    const request = await world.done('kafka.bundle', {
      items: [create('orders.own'), create(name)],
    });
    expect(request).toMatchObject({
      execution: 'failed',
      failure: {
        code: 'topic-name-exists',
        message: expect.stringContaining(name),
      },
    });
    const there = outcomeOf(await admin.describeTopics([name]), name);
    expect(there.partitions).toBe(9);
  });
});
