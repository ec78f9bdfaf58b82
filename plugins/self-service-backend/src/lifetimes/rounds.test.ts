// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Clocks, restarts and replicas: never early, never forgotten, never twice.
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { createWorld, type World } from '../__testUtils__/world';
import { DAY, HOUR, ID, Replicas } from './__testUtils__/Replicas';

jest.setTimeout(180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

afterAll(() => world.remove());

describe.each(databases.eachSupportedId())('ends on %s', databaseId => {
  let replicas: Replicas;

  beforeEach(async () => {
    replicas = await Replicas.create(await databases.init(databaseId), world);
  });

  const toItsEnd = async () => {
    await replicas.goOn(3 * DAY);
    await replicas.goOn(DAY);
    await replicas.round();
  };

  it('are seen once by two replicas that look at the same moment', async () => {
    for (const wait of [DAY, DAY, HOUR, DAY, DAY, HOUR]) {
      await replicas.goOn(wait);
      await Promise.all([replicas.round(), replicas.round(1, 0, 1)]);
    }
    await replicas.round();
    expect(await replicas.removals()).toHaveLength(1);
    for (const type of ['counting', 'warned', 'expired', 'removal-requested']) {
      expect([type, (await replicas.eventsOf(type)).length]).toEqual([type, 1]);
    }
    await replicas.decide('approve');
    await replicas.goOn(30 * DAY);
    expect(replicas.removed).toBe(1);
    expect(await replicas.life()).toBeUndefined();
    expect(await replicas.removals()).toHaveLength(1);
  });

  it('survive a restart at every turn', async () => {
    for (const wait of [2 * DAY, DAY, DAY, 0, 0, DAY]) {
      await replicas.restart();
      await replicas.goOn(wait);
    }
    await replicas.restart();
    expect(await replicas.open()).toHaveLength(1);
    await replicas.decide('approve');
    await replicas.restart();
    await replicas.goOn(DAY);
    expect(replicas.removed).toBe(1);
  });

  it('are taken up by the request that a process opened before it died', async () => {
    await replicas.goOn(3 * DAY);
    await replicas.goOn(DAY);
    const resource = (await replicas.resources.get(ID))!;
    const opened = await replicas.all[1].opener.open(
      resource,
      (await replicas.life())!,
    );
    await replicas.restart();
    await replicas.round();
    await replicas.goOn(HOUR);
    const [only, ...others] = await replicas.removals();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ what: 'opened', request: { id: only.id } });
    expect((await replicas.life())?.removalRequestId).toBe(only.id);
  });

  it('wait for a grace when the portal was away while they came', async () => {
    await replicas.goOn(90 * DAY);
    expect(await replicas.life()).toMatchObject({ phase: 'grace' });
    await replicas.goOn(23 * HOUR);
    expect(await replicas.removals()).toEqual([]);
    await replicas.goOn(HOUR);
    await replicas.round();
    expect(await replicas.open()).toHaveLength(1);
  });

  it('are not believed of a clock that jumps ahead and comes back', async () => {
    replicas.skew[0] = 365 * DAY;
    await replicas.round();
    expect(await replicas.life()).toMatchObject({ phase: 'grace' });
    replicas.skew[0] = 0;
    await replicas.round(0);
    expect(await replicas.life()).toMatchObject({ phase: 'counting' });
    expect(await replicas.removals()).toEqual([]);
    await toItsEnd();
    expect(await replicas.open()).toHaveLength(1);
  });

  it('are taken back when the clock was ahead for longer than the grace', async () => {
    replicas.skew.fill(10 * DAY);
    await replicas.round();
    await replicas.goOn(DAY + HOUR);
    await replicas.round();
    expect(await replicas.open()).toHaveLength(1);
    replicas.skew.fill(0);
    await replicas.goOn(HOUR);
    const [withdrawn] = await replicas.removals();
    expect(withdrawn.decision).toBe('cancelled');
    expect(await replicas.life()).toMatchObject({ phase: 'counting' });
    expect(await replicas.eventsOf('clock-went-back')).toHaveLength(1);
    await toItsEnd();
    expect(await replicas.open()).toHaveLength(1);
    await replicas.decide('approve');
    expect(replicas.removed).toBe(1);
  });

  it('come when a clock that was behind is right again', async () => {
    replicas.skew.fill(-100 * DAY);
    await replicas.goOn(5 * DAY);
    expect(await replicas.life()).toMatchObject({ phase: 'counting' });
    replicas.skew.fill(0);
    await replicas.round();
    await replicas.goOn(DAY);
    await replicas.round();
    expect(await replicas.open()).toHaveLength(1);
  });

  it('stop for good at a rejection, and begin anew at an extension', async () => {
    await toItsEnd();
    await replicas.decide('reject');
    for (let day = 0; day < 10; day += 1) await replicas.goOn(10 * DAY);
    expect(await replicas.removals()).toHaveLength(1);
    const life = (await replicas.life())!;
    expect(life).toMatchObject({
      phase: 'kept',
      keptBecause:
        'Request 1, its removal, was rejected by user:default/pat: So be it',
    });
    const resource = (await replicas.resources.get(ID))!;
    const until = new Date(replicas.now + DAY);
    const { extending } = replicas.all[0];
    await extending.extend(resource, life, {
      until,
      actorRef: 'user:default/pia',
    });
    expect(await replicas.life()).toMatchObject({ phase: 'counting' });
    await expect(
      extending.extend(resource, life, {
        until: new Date(replicas.now + 2 * DAY),
        actorRef: 'user:default/pia',
      }),
    ).rejects.toMatchObject({ code: 'lifetime-moved' });
    await toItsEnd();
    expect(await replicas.open()).toHaveLength(1);
  });

  it('are asked for again after another grace when nobody decided', async () => {
    await toItsEnd();
    await replicas.cancel();
    await replicas.goOn(HOUR);
    expect(await replicas.life()).toMatchObject({ phase: 'grace' });
    expect(await replicas.open()).toEqual([]);
    await replicas.goOn(DAY);
    await replicas.round();
    const [, second] = await replicas.removals();
    expect(second).toMatchObject({ decision: 'pending', number: 2 });
  });

  it('never come to what is protected, and are taken back when it is protected by then', async () => {
    await toItsEnd();
    replicas.isProtected = true;
    await replicas.goOn(HOUR);
    expect(await replicas.open()).toEqual([]);
    await replicas.goOn(100 * DAY);
    expect(await replicas.life()).toMatchObject({ phase: 'counting' });
    expect(await replicas.removals()).toHaveLength(1);
  });
});

describe('whatever happens in whatever order', () => {
  const moves = fc.oneof(
    fc.record({
      what: fc.constant('wait' as const),
      hours: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({
      what: fc.constant('skew' as const),
      hours: fc.integer({ min: -12, max: 12 }),
      of: fc.nat(1),
    }),
    fc.record({
      what: fc.constantFrom('round' as const, 'both' as const),
      of: fc.nat(1),
    }),
    fc.record({ what: fc.constantFrom('restart' as const, 'cancel' as const) }),
  );

  it('is removed once, after its end, and not forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(moves, { minLength: 5, maxLength: 25 }),
        async steps => {
          const replicas = await Replicas.create(
            await databases.init('SQLITE_3'),
            world,
          );
          const end = replicas.begun + 3 * DAY;
          const check = async () => {
            const open = await replicas.open();
            expect(open.length).toBeLessThanOrEqual(1);
            // Clocks are off by less than the grace, so nothing is asked for before the true end.
            expect(open.length > 0 && replicas.now < end).toBe(false);
          };
          for (const step of steps) {
            if (step.what === 'wait') replicas.now += step.hours * HOUR;
            else if (step.what === 'skew')
              replicas.skew[step.of] = step.hours * HOUR;
            else if (step.what === 'round') await replicas.round(step.of);
            else if (step.what === 'both') await replicas.round();
            else if (step.what === 'restart') await replicas.restart();
            else if ((await replicas.open()).length > 0)
              await replicas.cancel();
            await check();
          }
          replicas.skew.fill(0);
          for (let turn = 0; turn < 12; turn += 1) await replicas.goOn(DAY);
          await check();
          expect(await replicas.open()).toHaveLength(1);
          await replicas.decide('approve');
          for (let turn = 0; turn < 3; turn += 1) await replicas.goOn(DAY);
          expect(replicas.removed).toBe(1);
          expect(await replicas.life()).toBeUndefined();
          expect(await replicas.open()).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });
});
