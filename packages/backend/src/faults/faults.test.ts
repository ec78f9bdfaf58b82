// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A change on PostgreSQL with two processes, whatever happens to them, to the host and to the clock: one outcome, no step
// done twice in effect, a chain that verifies. The table of all of it is printed at the end.
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { Cluster, REPORTED } from './__testUtils__/Cluster';
import { createChangeKind, failpointsOf, unit } from './__testUtils__/inside';
import { LIVES } from './__testUtils__/lives';
import {
  pushed,
  report,
  REPORTER,
  sendToAll,
  type Webhook,
  webhook,
} from './__testUtils__/messages';
import { service } from './__testUtils__/Replica';
import { type Outcome, Scene } from './__testUtils__/Scene';
import { type Row, tableOf } from './__testUtils__/Table';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['POSTGRES_18'],
  disableDocker: true,
});
const onPostgres = databases.supports('POSTGRES_18') ? describe : describe.skip;

const HOUR = 3_600_000;
const ENDS = ['approved', 'rejected', 'cancelled', 'expired'];
const TAKEN_BACK = ['close', 'compensate'];
const APPROVALS: [string, string][] = [
  ['pat', 'approve'],
  ['pam', 'approve'],
];

/** Two revisions, one pull request, one merge. */
const ONCE = {
  ...{ decision: 'approved', execution: 'succeeded', revision: 2 },
  ...{ pullRequests: 1, pushes: 2, merges: 1, held: 0, chain: true },
};

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
    scenario: string,
    killedAt = '',
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
    const scene = await begin({ repoUrl });
    const killed = failpoint ? await cluster.dieAt(failpoint) : undefined;
    await run(scene);
    expect(await killed?.()).toBe(failpoint);
    return record(scene, name, failpoint);
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

  describe('a host', () => {
    it('that fails for a while is asked again', async () => {
      const scene = await begin();
      const letGo = await scene.approvedWhileHeld();
      const mend = await scene.breakHost();
      await scene.told('step-retrying');
      await mend();
      await letGo();
      await scene.succeeded();
      expect(await record(scene, 'host fails for a while')).toMatchObject(ONCE);
    });

    it('that fails for long leaves the request to a person, who goes on from there', async () => {
      const scene = await begin();
      const letGo = await scene.approvedWhileHeld();
      const mend = await scene.breakHost();
      await scene.until(({ failure }) => failure !== undefined);
      await mend();
      await letGo();
      await scene.act('pia', 'retry', {
        isDone: ({ failure }) => failure === undefined,
      });
      await scene.succeeded();
      expect(await record(scene, 'host fails for long')).toMatchObject(ONCE);
    });

    it('that answers late, and twice, since the one that asked is dead and another one asks', async () => {
      const scene = await begin();
      const letGo = await scene.approvedWhileHeld();
      const { worker } = await scene.replicas();
      await worker.kill();
      await scene.takenFrom(worker);
      await letGo();
      await scene.succeeded();
      const scenario = 'host answers late and twice';
      const killedAt = 'the host has not answered yet';
      expect(await record(scene, scenario, killedAt)).toMatchObject(ONCE);
    });
  });

  describe('clocks', () => {
    it('that are an hour apart, so that one replica takes the work of the other', async () => {
      const scene = await begin();
      const letGo = await scene.approvedWhileHeld();
      const { worker, other } = await scene.replicas();
      await cluster.moveClock(HOUR, other);
      await scene.takenFrom(worker);
      await letGo();
      await scene.succeeded();
      await cluster.moveClock(0);
      const scenario = 'clock of one replica jumps ahead';
      expect(await record(scene, scenario)).toMatchObject(ONCE);
    });

    it('that all jump ahead in the middle of a step', async () => {
      const scene = await begin();
      const letGo = await scene.approvedWhileHeld();
      await cluster.moveClock(HOUR);
      await letGo();
      await scene.succeeded();
      const scenario = 'all clocks jump ahead';
      expect(await record(scene, scenario)).toMatchObject(ONCE);
    });

    it('that are set back', async () => {
      const scene = await begin();
      await scene.submit();
      await cluster.moveClock(-HOUR);
      await scene.revise('second');
      await scene.submitted();
      await scene.approve();
      await scene.succeeded();
      await cluster.moveClock(HOUR);
      const scenario = 'all clocks are set back';
      expect(await record(scene, scenario)).toMatchObject(ONCE);
    });
  });

  describe('messages from outside', () => {
    it('are looked after once when they come often, and not believed', async () => {
      const scene = await begin();
      const { outputs } = await scene.submit();
      const branch = outputs.branch as string;
      const post = async (message: Webhook, times = 1) =>
        (await sendToAll(cluster, message, { times })).map(
          answer => answer?.status,
        );
      const forged = pushed(branch, { secret: 'a guess' });
      expect(await post(forged)).toEqual([403, 403]);
      // Signed, about something that did not happen.
      const { pullRequestNumber: number } = outputs;
      const lie = webhook('pull_request', {
        action: 'closed',
        pull_request: { number, merged: true, head: { ref: branch } },
      });
      expect(await post(lie)).toEqual([202, 202]);
      const unmoved = { decision: 'pending', revision: 1 };
      expect(await scene.see()).toMatchObject(unmoved);

      await scene.push(branch, unit({ inputs: '  name = "hers"\n' }));
      const news = pushed(branch);
      expect(new Set(await post(news, 3))).toEqual(new Set([202]));
      await scene.until(({ revision }) => revision === 2);
      await scene.approve();
      await scene.succeeded();
      expect(await post(news)).toEqual([202, 202]);
      const scenario = 'webhooks forged, lying, duplicate, replayed';
      const outcome = await record(scene, scenario);
      expect(outcome).toMatchObject({ ...ONCE, pushes: 1 });
      expect(outcome.events.filter(type => type === 'replanned')).toEqual([
        'replanned',
      ]);
    });

    it('of a pipeline count once, and only from the one who may report', async () => {
      const scene = await begin({ repoUrl: REPORTED });
      await scene.submit();
      await scene.approve();
      const { id } = await scene.until(
        ({ execution }) => execution === 'waiting',
      );
      const path = `self-service/requests/${id}/report`;
      const done = { status: 'succeeded', reportId: 'the-one' };
      const token = 'fairway_report_guess';
      const forged = await Promise.all([
        cluster.call({}, 'POST', path, done),
        cluster.call('pia', 'POST', path, done),
        cluster.call({ Authorization: `Bearer ${token}` }, 'POST', path, done),
        cluster.call(service('plugin:scaffolder'), 'POST', path, done),
        cluster.call(REPORTER, 'POST', path, { ...done, attempt: 2 }),
      ]);
      const refused = [401, 403, 401, 403, 409];
      expect(forged.map(({ status }) => status)).toEqual(refused);
      expect(await scene.see()).toMatchObject({ execution: 'waiting' });

      const answers = await Promise.all(
        Array.from({ length: 6 }, () => report(cluster, id, done)),
      );
      const counted = answers.filter(({ body }) => body.repeated === false);
      expect(counted).toHaveLength(1);
      await scene.succeeded();
      const late = await report(cluster, id, { status: 'failed' });
      expect([late.status, late.code]).toEqual([409, 'report-not-expected']);
      const scenario = 'reports forged, duplicate, late';
      const once = { ...ONCE, revision: 1, pushes: 1 };
      expect(await record(scene, scenario)).toMatchObject(once);
    });
  });

  describe('both replicas at once', () => {
    it('take the same order, and submit it', async () => {
      const scene = await begin();
      const drafts = await Promise.all([1, 2, 3, 4].map(() => scene.draft()));
      expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
      await atOnce(scene, [['pia', 'submit']]);
      await scene.submitted();
      await scene.approve();
      await scene.succeeded();
      const once = { ...ONCE, revision: 1, pushes: 1 };
      expect(await record(scene, 'order, submit at once')).toMatchObject(once);
    });

    it.each<[string, [string, string][]]>([
      ['approve', [['pat', 'approve']]],
      ['approve by two', APPROVALS],
      ['approve, reject', [APPROVALS[0], ['pam', 'reject']]],
      ['approve, cancel', [...APPROVALS, ['pia', 'cancel']]],
      [
        'reject, cancel',
        [
          ['pam', 'reject'],
          ['pia', 'cancel'],
        ],
      ],
      ['cancel, expire', [['pia', 'cancel']]],
      [
        'approve, reject, cancel, expire',
        [...APPROVALS, ['pam', 'reject'], ['pia', 'cancel']],
      ],
    ])('%s: one outcome', async (name, acts) => {
      const scene = await begin();
      const { planDigest } = await scene.submit();
      const ticks = name.includes('expire')
        ? [cluster.moveClock(3 * 24 * HOUR + 60_000)]
        : [];
      await Promise.all([atOnce(scene, acts, { planDigest }), ...ticks]);
      await scene.until(
        ({ decision, execution, steps }) =>
          decision !== 'pending' &&
          (execution === 'succeeded' ||
            (steps.some(({ phase }) => TAKEN_BACK.includes(phase)) &&
              steps.every(
                ({ phase, status }) =>
                  !TAKEN_BACK.includes(phase) || status === 'done',
              ))),
      );
      const outcome = await record(scene, `${name} at once`);
      const { decision, execution, events, steps } = outcome;
      const ends = events.filter(type => ENDS.includes(type));
      const isCompensated = execution === 'compensated';
      // A cancel of what was just approved is the one pair that may be.
      const expected = isCompensated ? ['approved', 'cancelled'] : [decision];
      expect(ends).toEqual(expected);
      const merges = execution === 'succeeded' ? 1 : 0;
      expect(outcome).toMatchObject({
        ...{ chain: true, held: 0, pullRequests: 1, pushes: 1, merges },
        branches: merges,
      });
      const done = events.filter(event => event.startsWith('step-done'));
      expect(new Set(done).size).toBe(done.length);
      expect(steps.length).toBeGreaterThan(0);
    });
  });

  async function begin(options?: { repoUrl?: string }): Promise<Scene> {
    await cluster.spare();
    await cluster.complete();
    return Scene.create(cluster, options);
  }

  /** Everybody does everything on both replicas. */
  async function atOnce(
    scene: Scene,
    acts: [string, string][],
    body: object = {},
  ): Promise<void> {
    await Promise.all(
      cluster.alive.flatMap(replica =>
        acts.map(([name, action]) =>
          scene.ask(replica, name, action, {
            ...(['approve', 'reject'].includes(action) && body),
            ...(action !== 'submit' && { comment: 'Because' }),
          }),
        ),
      ),
    );
  }
});
