// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { KnexRequestStore } from '.';
import { newRequest, NOW } from './__testUtils__/newRequest';
import type { StoredJob, Transition } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const LEASE = { owner: 'one', forMilliseconds: 30_000 };
const BY_SYSTEM = { actorRef: 'system', data: {} };

describe.each(databases.eachSupportedId())('work on %s', databaseId => {
  let knex: Knex;
  let store: KnexRequestStore;
  let now: Date;

  beforeEach(async () => {
    now = NOW;
    knex = await databases.init(databaseId);
    store = await KnexRequestStore.create({
      database: knex,
      clock: () => now,
    });
  });

  const create = async () =>
    (await store.create(newRequest(), BY_SYSTEM)).request;
  const move = async (id: string, transition: Partial<Transition>) => {
    const { rowVersion } = (await store.get(id))!;
    return store.transition(id, {
      rowVersion,
      set: {},
      events: [],
      ...transition,
    });
  };
  const withJob = async (runAt = NOW) => {
    const { id } = await create();
    await move(id, { job: { phase: 'execute', runAt } });
    return id;
  };

  describe('a job', () => {
    it('is leased when it is due, the longest due first, by one worker', async () => {
      const later = await withJob(at(2));
      const first = await withJob(at(1));
      expect(await store.lease(LEASE)).toBeUndefined();

      now = at(2);
      const job = await store.lease(LEASE);
      expect(job).toEqual({
        requestId: first,
        phase: 'execute',
        runAt: at(1),
        leaseOwner: 'one',
        leaseUntil: at(32),
        fence: 1,
      });
      expect(await store.lease(LEASE)).toMatchObject({ requestId: later });
      expect(await store.lease(LEASE)).toBeUndefined();
    });

    it('goes to each of many workers once', async () => {
      const ids = [];
      for (let n = 0; n < 12; n++) ids.push(await withJob());
      const jobs = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          store.lease({ ...LEASE, owner: `worker-${n}` }),
        ),
      );
      const taken = jobs.flatMap(job => job?.requestId ?? []);
      // On PostgreSQL a worker may meet only rows that others are just taking; it comes back.
      for (let job = await store.lease(LEASE); job; ) {
        taken.push(job.requestId);
        job = await store.lease(LEASE);
      }
      expect(taken.sort()).toEqual(ids.sort());
    });

    it('goes to another worker when its lease ends, and the first can write no more', async () => {
      const id = await withJob();
      const lost = (await store.lease(LEASE))!;
      now = at(30);
      const taken = await store.lease({ ...LEASE, owner: 'two' });
      expect(taken).toMatchObject({ requestId: id, fence: 2 });

      expect(await store.renew(lost, LEASE)).toBe(false);
      await expect(
        move(id, { fence: lost.fence, set: { title: 'Lost' } }),
      ).rejects.toMatchObject({ code: 'lease-lost' });
      await move(id, { fence: 2, set: { title: 'Kept' } });
      expect(await store.get(id)).toMatchObject({ title: 'Kept' });
    });

    it('stays with a worker that renews its lease', async () => {
      await withJob();
      const job = (await store.lease(LEASE))!;
      now = at(29);
      expect(await store.renew(job, LEASE)).toBe(true);
      now = at(58);
      expect(await store.lease(LEASE)).toBeUndefined();
      now = at(59);
      expect(await store.lease(LEASE)).toMatchObject({ fence: 2 });
    });

    it('can be leased again at once when it was given back, and not by its old fence', async () => {
      const id = await withJob();
      const job = (await store.lease(LEASE))!;
      await move(id, {
        fence: job.fence,
        release: true,
        job: { phase: 'execute', runAt: NOW },
      });
      await expect(move(id, { fence: job.fence })).rejects.toMatchObject({
        code: 'lease-lost',
      });
      expect(await store.lease(LEASE)).toMatchObject({ fence: 2 });
    });

    it('keeps its fence when there is no work for a while', async () => {
      const id = await withJob();
      const job = (await store.lease(LEASE))!;
      await move(id, { fence: job.fence, job: 'none', release: true });
      now = at(3_600);
      expect(await store.lease(LEASE)).toBeUndefined();
      await move(id, { job: { phase: 'compensate', runAt: now } });
      expect(await store.lease(LEASE)).toMatchObject({
        fence: 2,
        phase: 'compensate',
      });
    });

    it('is begun by nobody else while its worker holds it, whoever changes the request', async () => {
      const id = await withJob();
      const job = (await store.lease(LEASE))!;
      await move(id, { job: { phase: 'close', runAt: NOW } });
      expect(await store.lease(LEASE)).toBeUndefined();
      await move(id, { fence: job.fence, release: true });
      expect(await store.lease(LEASE)).toMatchObject({ phase: 'close' });
    });
  });

  describe('a message', () => {
    const message = { id: 'm1', topic: 'pull-request', data: { n: 1 } };
    const leased = async (): Promise<StoredJob> => (await store.lease(LEASE))!;

    it('wakes the work, and is dropped when it comes again', async () => {
      const id = await withJob(at(3_600));
      await store.deliver(id, message);
      await move(id, { job: { phase: 'execute', runAt: at(3_600) } });
      const job = await leased();
      expect(job.requestId).toBe(id);
      await move(id, {
        fence: job.fence,
        release: true,
        job: { phase: 'execute', runAt: at(3_600) },
      });

      await store.deliver(id, { ...message, data: { n: 2 } });
      expect(await store.lease(LEASE)).toBeUndefined();
      expect(await store.inbox(id)).toEqual([{ ...message, at: NOW }]);
    });

    it('that comes while a step runs makes it run again', async () => {
      const id = await withJob();
      const job = await leased();
      await store.deliver(id, message);
      await store.deliver(id, { ...message, id: 'm2' });
      expect(await store.lease(LEASE)).toBeUndefined();
      await move(id, {
        fence: job.fence,
        release: true,
        job: { phase: 'execute', runAt: at(3_600) },
      });
      expect(await store.lease(LEASE)).toMatchObject({ requestId: id });
      expect((await store.inbox(id)).map(one => one.id)).toEqual(['m1', 'm2']);
    });

    it('begins no work where there is none', async () => {
      const { id } = await create();
      await store.deliver(id, message);
      expect(await store.lease(LEASE)).toBeUndefined();
      expect(await store.inbox(id)).toHaveLength(1);
      await expect(store.deliver('unknown', message)).rejects.toMatchObject({
        code: 'request-not-found',
      });
    });
  });

  describe('the outbox', () => {
    const take = { owner: 'one', limit: 10, forMilliseconds: 30_000 };

    it('gives each message to one sender, and again when it was not heard of', async () => {
      const { id } = await create();
      await move(id, {
        outbox: [
          { channel: 'signal', payload: { n: 1 } },
          { channel: 'webhook', payload: { n: 2 } },
          { channel: 'webhook', payload: { n: 3 }, dueAt: at(3_600) },
        ],
      });
      const taken = await store.takeOutbox(take);
      expect(taken).toEqual([
        {
          id: expect.any(String),
          requestId: id,
          channel: 'signal',
          payload: { n: 1 },
          attempts: 1,
          dueAt: NOW,
        },
        expect.objectContaining({ channel: 'webhook', payload: { n: 2 } }),
      ]);
      expect(await store.takeOutbox(take)).toEqual([]);

      await store.sent(taken[0].id);
      await store.postpone(taken[1].id, { until: at(60), problem: 'refused' });
      now = at(59);
      expect(await store.takeOutbox(take)).toEqual([]);
      now = at(60);
      expect(await store.takeOutbox(take)).toMatchObject([
        { id: taken[1].id, attempts: 2 },
      ]);
      now = at(90);
      expect(await store.takeOutbox(take)).toMatchObject([
        { id: taken[1].id, attempts: 3 },
      ]);
    });

    it('is shared by many senders without a message twice', async () => {
      const { id } = await create();
      const outbox = Array.from({ length: 40 }, (_, n) => ({
        channel: 'signal',
        payload: { n },
      }));
      await move(id, { outbox });
      const parts = await Promise.all(
        Array.from({ length: 10 }, () =>
          store.takeOutbox({ ...take, limit: 7 }),
        ),
      );
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(7);
      const rest = await store.takeOutbox({ ...take, limit: 100 });
      const all = [...parts.flat(), ...rest].map(one => Number(one.payload.n));
      expect(all.sort((a, b) => a - b)).toEqual(outbox.map((_, n) => n));
    });
  });
});
