// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A change on PostgreSQL with two processes, whatever happens to them, to the host and to the clock: one outcome, no step
// done twice in effect, a chain that verifies. The table of all of it is printed at the end.
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { Cluster } from './__testUtils__/Cluster';
import { createChangeKind, failpointsOf } from './__testUtils__/inside';
import { LIVES } from './__testUtils__/lives';
import { type Outcome, Scene } from './__testUtils__/Scene';
import { type Row, tableOf } from './__testUtils__/Table';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['POSTGRES_18'],
  disableDocker: true,
});
const onPostgres = databases.supports('POSTGRES_18') ? describe : describe.skip;

/** By the kind itself: a step that is added has failpoints, and has to be lived through. */
const FAILPOINTS = failpointsOf(createChangeKind({} as never), {
  plan: {},
  request: {},
  now: new Date(),
  logger: mockServices.logger.mock(),
} as never);

const lifeOf = (failpoint: string) =>
  Object.keys(LIVES).find(name =>
    LIVES[name].comesBy.some(beginning => failpoint.startsWith(beginning)),
  );

onPostgres('two processes', () => {
  const rows: Row[] = [];
  const undisturbed = new Map<string, Outcome>();
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.create(await databases.init('POSTGRES_18'));
  });

  afterAll(async () => {
    await cluster?.stop();
    process.stdout.write(
      `\n${tableOf(rows)}\n${cluster?.starts} processes were started.\n`,
    );
  });

  async function record(
    scene: Scene,
    { scenario, killedAt = '' }: { scenario: string; killedAt?: string },
  ): Promise<Outcome> {
    const outcome = await scene.outcome();
    const { decision, execution, chain, merges, pullRequests } = outcome;
    rows.push({
      scenario,
      killedAt,
      outcome: `${decision}, ${execution}; pull requests ${pullRequests}, merges ${merges}`,
      attempts: `${await scene.attempts()}`,
      chain: chain ? 'verifies' : 'BROKEN',
    });
    return outcome;
  }

  /** Lives a life; with a failpoint, the one that comes there first is killed. */
  async function live(name: string, failpoint?: string) {
    const { live: run, repoUrl } = LIVES[name];
    await cluster.spare();
    await cluster.complete();
    const scene = await Scene.create(cluster, { repoUrl });
    const killed = failpoint ? await cluster.dieAt(failpoint) : undefined;
    await run(scene);
    expect(await killed?.()).toBe(failpoint);
    return record(scene, { scenario: name, killedAt: failpoint });
  }

  it.each(Object.keys(LIVES))('live undisturbed: %s', async name => {
    const outcome = await live(name);
    expect(outcome).toMatchObject({ chain: true, held: 0 });
    for (const step of outcome.steps) {
      expect(FAILPOINTS).toContain(`change.${step.split(' ')[0]}.ran`);
    }
    undisturbed.set(name, outcome);
  });

  it.each(FAILPOINTS)('change no outcome by kill -9 at %s', async failpoint => {
    const name = lifeOf(failpoint);
    if (!name) throw new Error(`No life comes by "${failpoint}"`);
    expect(await live(name, failpoint)).toEqual(undisturbed.get(name));
  });
});
