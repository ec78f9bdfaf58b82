// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DAY, Office } from '../service/__testUtils__/Office';
import { NOTE, World } from '../service/__testUtils__/World';
import { Failpoints } from './Failpoints';
import { failpointsOf } from './failpointsOf';

jest.setTimeout(120_000);

describe('failpoints of the environment', () => {
  const folder = createMockDirectory();

  /** A process of its own that comes by `a`, `b` and `c`. */
  function run(environment: Record<string, string>) {
    const script = `
      const { Failpoints } = await import(${JSON.stringify(
        resolve(__dirname, 'Failpoints.ts'),
      )});
      const failpoints = Failpoints.fromEnvironment();
      for (const name of ['a', 'b', 'c']) {
        await failpoints.hit(name);
        console.log(name);
      }`;
    const { signal, stdout } = spawnSync(
      process.execPath,
      ['--input-type=module', '--experimental-strip-types', '-e', script],
      { env: { ...environment }, encoding: 'utf8' },
    );
    return { signal, seen: stdout.trim().split('\n') };
  }

  it('kills the process at the named place', () => {
    expect(run({ FAIRWAY_FAILPOINT: 'x,b' })).toEqual({
      signal: 'SIGKILL',
      seen: ['a'],
    });
  });

  it('kills once where a marker remembers it', () => {
    const environment = {
      FAIRWAY_FAILPOINT: 'b,c',
      FAIRWAY_FAILPOINT_MARKER: resolve(folder.path, 'hit'),
    };
    expect(run(environment).signal).toBe('SIGKILL');
    expect(existsSync(environment.FAIRWAY_FAILPOINT_MARKER)).toBe(true);
    expect(run(environment)).toEqual({ signal: null, seen: ['a', 'b', 'c'] });
  });

  it('does nothing in production', () => {
    expect(run({ FAIRWAY_FAILPOINT: 'b', NODE_ENV: 'production' })).toEqual({
      signal: null,
      seen: ['a', 'b', 'c'],
    });
  });
});

/** What a killed process looks like from inside. */
class Killed extends Error {}

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** A life under one possible kill: people try again what they got no answer to, and another worker takes over. */
class Life {
  readonly #knex: Knex;
  readonly #failpoints: Failpoints;
  readonly world: World;
  office!: Office;
  readonly hits = new Set<string>();
  kills = 0;

  constructor(knex: Knex, folder: string, killAt?: string) {
    this.#knex = knex;
    this.world = new World(folder);
    this.#failpoints = Failpoints.of(name => {
      this.hits.add(name);
      if (name !== killAt || this.kills > 0) return;
      this.kills++;
      throw new Killed(name);
    });
  }

  async start(): Promise<this> {
    this.office = await Office.create(this.#knex, this.world, {
      failpoints: this.#failpoints,
    });
    return this;
  }

  async call<T>(call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      // It may have been written before the process died; then it is refused now.
      return call().catch(refused => {
        if (refused.name === 'ConflictError') return undefined;
        throw refused;
      });
    }
  }

  async draft(): Promise<string> {
    const input = { kind: 'note', payload: NOTE, idempotencyKey: 'one' };
    const made = await this.call(() =>
      this.office.service.create(input, this.office.caller('rita')),
    );
    return made!.request.id;
  }

  async submit(): Promise<string> {
    const id = await this.draft();
    const { service } = this.office;
    await this.call(() => service.submit(id, this.office.caller('rita')));
    await this.work();
    return id;
  }

  async decide(
    verdict: 'approve' | 'reject' | 'requestChanges',
    id: string,
    name = 'olga',
  ): Promise<void> {
    const request = await this.office.see(id);
    await this.call(() => this.office[verdict](request, name));
  }

  /** As long as processes die, another one comes after the lease of the last is over. */
  async work(): Promise<void> {
    for (let killed = true; killed; ) {
      const before = this.kills;
      const { worker } = await this.office.another({
        failpoints: this.#failpoints,
      });
      await worker.runDue().catch(error => {
        if (!(error instanceof Killed)) throw error;
      });
      killed = this.kills > before;
      if (killed) this.office.pass(31_000);
    }
  }
}

const LIVES: Record<string, (life: Life) => Promise<string>> = {
  'approved and done': async life => {
    const id = await life.submit();
    await life.decide('approve', id);
    await life.work();
    return id;
  },
  discarded: async life => {
    const id = await life.draft();
    await life.call(() =>
      life.office.service.discard(id, life.office.caller('rita')),
    );
    return id;
  },
  rejected: async life => {
    const id = await life.submit();
    await life.decide('reject', id);
    await life.work();
    return id;
  },
  'revised after changes were requested': async life => {
    const id = await life.submit();
    await life.decide('requestChanges', id);
    const payload = { ...NOTE, text: 'Hi' };
    await life.call(async () => {
      const { decision } = await life.office.see(id);
      if (decision === 'pending') return;
      const rita = life.office.caller('rita');
      await life.office.service.revise(id, { payload }, rita);
    });
    await life.work();
    await life.decide('approve', id);
    await life.work();
    return id;
  },
  'reminded and expired': async life => {
    const id = await life.submit();
    life.office.pass(DAY);
    await life.work();
    life.office.pass(DAY);
    await life.work();
    return id;
  },
  'cancelled after the approval': async life => {
    const id = await life.submit();
    await life.decide('approve', id);
    await life.call(() =>
      life.office.service.cancel(id, {}, life.office.caller('rita')),
    );
    await life.work();
    return id;
  },
  'failed and tried again': async life => {
    const id = await life.submit();
    life.world.failing.set(id, 'prepare');
    await life.decide('approve', id);
    await life.work();
    life.world.failing.delete(id);
    await life.call(() =>
      life.office.service.retry(id, life.office.caller('rita')),
    );
    await life.work();
    return id;
  },
  'overtaken by the world twice, and by a leaving approver': async life => {
    const id = await life.submit();
    await life.world.write('hello.txt', 'One');
    const change = {
      actorRef: 'system',
      authorRefs: [],
      message: 'It changed.',
    };
    await life.call(() => life.office.service.replan(id, change));
    await life.work();
    await life.decide('approve', id);
    await life.world.write('hello.txt', 'Two');
    await life.work();
    await life.decide('approve', id);
    life.office.groups.olga = [];
    await life.work();
    await life.decide('approve', id, 'omar');
    await life.work();
    return id;
  },
};

describe('a kill at every failpoint', () => {
  const folder = createMockDirectory();

  async function live(name: string, killAt?: string) {
    folder.clear();
    const knex = await databases.init('SQLITE_3');
    const life = await new Life(knex, folder.path, killAt).start();
    const id = await LIVES[name](life);
    const { decision, execution, revision, steps } = await life.office.see(id);
    const chain = await life.office.service.verify(life.office.caller('ada'));
    expect(chain.ok).toBe(true);
    const held = await knex('requests_resources').where({ held: true });
    const outcome = {
      decision,
      execution,
      revision,
      steps: steps.map(step => `${step.phase}.${step.id} ${step.status}`),
      note: await life.world.read('hello.txt'),
      proposal: await life.world.read('proposals', id),
      held: held.length,
    };
    return { life, outcome, id };
  }

  it('is possible at every step and every transition', async () => {
    const names = new Set<string>();
    for (const name of Object.keys(LIVES)) {
      const { life } = await live(name);
      for (const hit of life.hits) names.add(hit);
    }
    const known = failpointsOf(new World(folder.path).kind, {
      plan: { path: 'hello.txt', after: 'Hello' },
      request: {} as never,
      now: new Date(),
      logger: mockServices.logger.mock(),
    });
    expect([...names].sort()).toEqual(known.sort());
  });

  it.each(Object.keys(LIVES))('changes no outcome: %s', async name => {
    const undisturbed = await live(name);
    for (const killAt of undisturbed.life.hits) {
      const { life, outcome, id } = await live(name, killAt);
      expect({ killAt, kills: life.kills, ...outcome }).toEqual({
        killAt,
        kills: 1,
        ...undisturbed.outcome,
      });
      // At most the one step that was killed ran once more.
      const extra =
        life.world.runs(id).length -
        undisturbed.life.world.runs(undisturbed.id).length;
      expect(extra).toBeLessThanOrEqual(1);
      expect(extra > 0).toBe(killAt.endsWith('.ran'));
    }
  });
});
