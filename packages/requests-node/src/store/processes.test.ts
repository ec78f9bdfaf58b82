// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { KnexRequestStore } from '.';
import { newRequest } from './__testUtils__/newRequest';
import type { RacerOptions, RacerResult } from './__testUtils__/racer';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const PROCESSES = 3;
const ROUNDS = 25;
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** SQLite in a file, since one in memory belongs to one process. */
async function configOf(databaseId: string): Promise<Knex.Config> {
  if (databaseId !== 'SQLITE_3') {
    const { client, connection } = (await databases.init('POSTGRES_18')).client
      .config;
    // The password is hidden from JSON.
    const { password } = connection;
    return { client, connection: { ...connection, password } };
  }
  const folder = await mkdtemp(join(tmpdir(), 'fairway-requests-'));
  folders.push(folder);
  return {
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'requests.sqlite') },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  };
}

function startRacer(options: RacerOptions) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      require.resolve('./__testUtils__/racer.ts'),
      JSON.stringify(options),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${options.name} ended early`);
    return value;
  };
  return {
    ready: line,
    go: () => child.stdin.write('go\n'),
    result: async (): Promise<RacerResult> => JSON.parse(await line()),
    ended: once(child, 'exit'),
  };
}

describe.each(databases.eachSupportedId())(
  'several processes on %s',
  databaseId => {
    it('number, hold, move, lease and send each thing once', async () => {
      const connection = await configOf(databaseId);
      const knex = knexFactory(connection);
      const store = await KnexRequestStore.create({ database: knex });
      const ids: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const by = { actorRef: 'user:default/pia', data: {} };
        ids.push((await store.create(newRequest(), by)).request.id);
      }

      const racers = Array.from({ length: PROCESSES }, (_, n) =>
        startRacer({ name: `racer-${n}`, connection, rounds: ROUNDS, ids }),
      );
      await Promise.all(racers.map(racer => racer.ready()));
      for (const racer of racers) racer.go();
      const results = await Promise.all(racers.map(racer => racer.result()));
      await Promise.all(racers.map(racer => racer.ended));
      const all = <T>(of: (result: RacerResult) => T[]) => results.flatMap(of);
      const count = (code: string) =>
        results.reduce((sum, { refused }) => sum + (refused[code] ?? 0), 0);

      // Numbers are single, and everybody's requests are there; of one key there is one.
      const created = all(result => result.created);
      expect(new Set(created).size).toBe(PROCESSES * ROUNDS);
      expect(Number((await knex('requests').count({ n: '*' }))[0].n)).toBe(
        ROUNDS + PROCESSES * ROUNDS + ROUNDS,
      );
      // Each resource has one holder, and all others were told so.
      expect(all(result => result.held)).toHaveLength(ROUNDS);
      expect(count('resource-busy')).toBe((PROCESSES - 1) * ROUNDS);
      // Each request was moved by one.
      expect(all(result => result.moved).sort()).toEqual([...ids].sort());
      expect(count('request-moved')).toBe((PROCESSES - 1) * ROUNDS);
      expect(
        Object.keys(Object.assign({}, ...results.map(r => r.refused))).sort(),
      ).toEqual(['request-moved', 'resource-busy']);

      // What no process took is still there; nothing was taken twice.
      const lease = { owner: 'rest', forMilliseconds: 600_000 };
      const leased = all(result => result.leased);
      for (let job = await store.lease(lease); job; ) {
        leased.push(`${job.requestId} ${job.fence}`);
        job = await store.lease(lease);
      }
      expect(leased.sort()).toEqual(ids.map(id => `${id} 1`).sort());
      const rest = await store.takeOutbox({ ...lease, limit: 1_000 });
      const taken = [
        ...all(result => result.taken),
        ...rest.map(one => one.id),
      ];
      expect(new Set(taken).size).toBe(ROUNDS);
      expect(taken).toHaveLength(ROUNDS);

      expect(await store.verify()).toMatchObject({ ok: true });
      await knex.destroy();
    });
  },
);
