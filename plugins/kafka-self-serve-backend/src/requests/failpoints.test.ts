// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A process that dies, a cluster that is away and a cluster that comes back empty, each at every boundary of an apply.
import { isDeepStrictEqual } from 'node:util';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Failpoints } from '@fairway/requests-node';
import { succeededOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { MINUTE, World } from './__testUtils__/World';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What a killed process looks like from inside. */
class Killed extends Error {}

const NAMES = ['orders.a', 'orders.b'];
const SUBJECT = 'orders.a-value';
const BUNDLE = {
  items: [
    ...NAMES.map(name => ({
      kind: 'kafka.topic',
      payload: { operation: 'create', instance: 'orders@dev', name },
    })),
    {
      kind: 'kafka.subject',
      payload: {
        operation: 'register',
        instance: 'orders@dev',
        name: SUBJECT,
        format: 'AVRO',
        schema: '"string"',
        compatibility: 'FULL',
      },
    },
    {
      kind: 'kafka.client-quota',
      payload: { instance: 'orders@dev', quota: { producerByteRate: 1000 } },
    },
    {
      kind: 'kafka.credential',
      payload: {
        operation: 'create',
        instance: 'orders@dev',
        username: 'orders',
      },
    },
  ],
};

const BOUNDARIES = [
  'look',
  'topic.create-1',
  'subject.register-1',
  'subject.compatibility-1',
  'user.create-1',
  'quota.set-1',
  'verify',
].flatMap(step =>
  ['before', 'ran', 'recorded'].map(
    boundary => `kafka.bundle.execute.${step}.${boundary}`,
  ),
);
/** Everything was read back by then. */
const AT_THE_END = /verify\.(?:ran|recorded)$/;

describeWithCluster('a bundle', () => {
  let opened: OpenCluster;
  beforeAll(async () => {
    opened = await openCluster();
  });
  afterAll(() => opened?.close());

  /** Everything that the cluster has of the bundle. */
  async function found() {
    const { admin, registry } = opened;
    const topics = succeededOf(await admin.describeTopics(NAMES));
    const users = await admin.listScramUsers();
    return {
      topics: [...topics.keys()].sort(),
      versions: await registry.listVersions(SUBJECT).catch(() => []),
      level: await registry.getCompatibility(SUBJECT).catch(() => undefined),
      quotas: await admin.listQuotas({ user: 'orders' }),
      user: users.some(({ user }) => user === 'orders'),
    };
  }

  const WHOLE = {
    topics: NAMES,
    versions: [1],
    level: 'FULL',
    quotas: [{ user: 'orders', producerByteRate: 1000 }],
    user: true,
  };

  /** One life of the bundle; something happens at one of its boundaries, once. */
  async function live(options: {
    at?: string;
    happens?: (world: World) => Promise<void>;
    ends?: (world: World, id: string) => Promise<void>;
  }) {
    await opened.cluster.restart();
    const { at, happens, ends } = options;
    const hits: string[] = [];
    const made: { world?: World } = {};
    let happened = false;
    const failpoints = Failpoints.of(async name => {
      hits.push(name);
      if (name !== at || happened) return;
      happened = true;
      await happens?.(made.world!);
    });
    const knex = await databases.init('SQLITE_3');
    const world = await World.create(knex, opened, {
      failpoints,
      showsWithin: 100,
    });
    made.world = world;
    const asked = await world.ask('kafka.bundle', BUNDLE);
    hits.length = 0;
    await world.approve(asked).catch(error => {
      if (!(error instanceof Killed)) throw error;
    });
    for (let turn = 0; turn < 4; turn++) {
      const { worker } = await world.another({ failpoints });
      await worker.runDue().catch(error => {
        if (!(error instanceof Killed)) throw error;
      });
      // Over the lease of whoever died, and over the pause of whoever waits.
      world.pass(MINUTE);
      if (turn === 0 && happened) await ends?.(world, asked.id);
    }
    const request = await world.see(asked.id);
    const chain = await world.engine.service.verify(world.caller('ada'));
    expect(chain.ok).toBe(true);
    return { world, request, hits: [...new Set(hits)] };
  }

  it('is done when nothing happens', async () => {
    const { request, hits } = await live({});
    expect(request).toMatchObject({ execution: 'succeeded' });
    expect(await found()).toEqual(WHOLE);
    expect(hits.filter(name => name.includes('.execute.'))).toEqual(BOUNDARIES);
  });

  it.each(BOUNDARIES)('is done once when its process dies at %s', async at => {
    const { request, world } = await live({
      at,
      happens: async () => {
        throw new Killed(at);
      },
    });
    expect(request.execution).toBe('succeeded');
    expect(await found()).toEqual(WHOLE);
    const [credential] = await world.stores.credentials.list({});
    expect(credential).toMatchObject({ username: 'orders' });
  });

  it.each(BOUNDARIES)(
    'waits with the reason for a cluster that goes away at %s, and is done when it is back',
    async at => {
      const seen: string[] = [];
      const { request } = await live({
        at,
        happens: async world => {
          world.away = opened.unreachable;
        },
        ends: async (world, id) => {
          const { steps, execution } = await world.see(id);
          const waiting = steps.find(({ status }) => status === 'waiting');
          seen.push(waiting?.waitingFor ?? execution);
          world.away = undefined;
        },
      });
      expect(request.execution).toBe('succeeded');
      expect(await found()).toEqual(WHOLE);
      const said = AT_THE_END.test(at) ? /^succeeded$/ : /cannot be reached/;
      expect(seen).toEqual([expect.stringMatching(said)]);
    },
  );

  it.each(BOUNDARIES)(
    'does not say that it is done on a cluster that came back empty at %s',
    async at => {
      const { request } = await live({
        at,
        happens: () => opened.cluster.restart(),
      });
      const { decision, execution, failure } = request;
      const isWhole = isDeepStrictEqual(await found(), WHOLE);
      const succeeded = execution === 'succeeded';
      // What was read back before was there.
      expect(succeeded).toBe(isWhole || AT_THE_END.test(at));
      const says =
        decision === 'pending' ||
        /changed|read back/.test(failure?.message ?? '');
      expect(succeeded || says).toBe(true);
    },
  );
});
