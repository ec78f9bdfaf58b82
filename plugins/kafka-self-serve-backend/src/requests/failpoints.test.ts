// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A process that dies, a cluster that is away and a cluster that comes back empty, each at every boundary of an apply.
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
    ends?: (world: World) => Promise<void>;
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
    const world = await World.create(knex, opened, { failpoints });
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
      if (turn === 0 && happened) await ends?.(world);
    }
    const request = await world.see(asked.id);
    const chain = await world.engine.service.verify(world.caller('ada'));
    expect(chain.ok).toBe(true);
    return { world, request, hits: [...new Set(hits)] };
  }

  /** Every boundary of its steps. */
  let boundaries: string[];
  beforeAll(async () => {
    const { hits } = await live({});
    boundaries = hits.filter(name => name.includes('.execute.'));
  });

  it('is done when nothing happens', async () => {
    const { request } = await live({});
    expect(request).toMatchObject({ execution: 'succeeded' });
    expect(await found()).toEqual(WHOLE);
    // look, topics, schema, level, rates, user, verify
    expect(boundaries).toHaveLength(7 * 3);
  });

  it('is done once, wherever its process dies', async () => {
    for (const at of boundaries) {
      const { request, world } = await live({
        at,
        happens: async () => {
          throw new Killed(at);
        },
      });
      expect({ at, execution: request.execution }).toEqual({
        at,
        execution: 'succeeded',
      });
      expect({ at, ...(await found()) }).toEqual({ at, ...WHOLE });
      const [credential] = await world.stores.credentials.list({});
      expect(credential).toMatchObject({ username: 'orders' });
    }
  });

  it('waits with the reason wherever the cluster goes away, and is done when it is back', async () => {
    for (const at of boundaries) {
      const seen: string[] = [];
      const { request } = await live({
        at,
        happens: async world => {
          world.away = opened.unreachable;
        },
        ends: async world => {
          const { items } = await world.engine.service.list(
            {},
            world.caller('ada'),
          );
          const { steps, execution } = await world.see(items[0].id);
          const waiting = steps.find(({ status }) => status === 'waiting');
          seen.push(waiting?.waitingFor ?? execution);
          world.away = undefined;
        },
      });
      expect({ at, execution: request.execution }).toEqual({
        at,
        execution: 'succeeded',
      });
      expect({ at, ...(await found()) }).toEqual({ at, ...WHOLE });
      const isOver =
        at.endsWith('verify.ran') || at.endsWith('verify.recorded');
      expect({ at, seen }).toEqual({
        at,
        seen: [
          isOver ? 'succeeded' : expect.stringContaining('cannot be reached'),
        ],
      });
    }
  });

  it('never says that it is done when the cluster came back empty', async () => {
    for (const at of boundaries) {
      const { request } = await live({
        at,
        happens: () => opened.cluster.restart(),
      });
      const now = await found();
      const isWhole = JSON.stringify(now) === JSON.stringify(WHOLE);
      const afterwards = /verify\.(?:ran|recorded)$/.test(at);
      if (request.execution === 'succeeded') {
        expect({ at, isWhole: isWhole || afterwards }).toEqual({
          at,
          isWhole: true,
        });
      } else {
        const { failure, decision } = request;
        expect({ at, decision, said: failure?.message }).toEqual(
          decision === 'pending'
            ? { at, decision, said: undefined }
            : {
                at,
                decision: 'approved',
                said: expect.stringMatching(/changed|read back/),
              },
        );
      }
    }
  });
});
