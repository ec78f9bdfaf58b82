// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { KnexRequestStore } from '.';
import { newRequest } from './__testUtils__/newRequest';
import type { StoredRequest } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

describe.each(databases.eachSupportedId())('the chain on %s', databaseId => {
  let knex: Knex;
  let store: KnexRequestStore;
  let requests: StoredRequest[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    store = await KnexRequestStore.create({ database: knex });
    requests = [];
    for (let n = 0; n < 3; n++) {
      const { request } = await store.create(newRequest(), {
        actorRef: 'user:default/pia',
        data: { n },
      });
      for (let event = 2; event <= 4; event++) {
        await store.appendEvent(request.id, {
          type: `event-${event}`,
          actorRef: 'system',
          data: {
            text: 'ä\u{1f600}',
            number: 1e21,
            nested: { b: 1, a: [null] },
          },
        });
      }
      requests.push(request);
    }
  });

  const event = (sequence: number, of = requests[1]) =>
    knex('requests_events').where({ request_id: of.id, sequence });
  const brokenAt = async () => {
    const { ok, broken } = await store.verify();
    expect(ok).toBe(false);
    return `#${broken?.number} ${broken?.sequence} ${broken?.problem}`;
  };

  it('holds, all of it and one of it', async () => {
    expect(await store.verify()).toEqual({ ok: true, requests: 3, events: 12 });
    expect(await store.verify({ id: requests[0].id })).toEqual({
      ok: true,
      requests: 1,
      events: 4,
    });
    // An event alone moves nothing.
    expect(await store.get(requests[0].id)).toMatchObject({ rowVersion: 1 });
  });

  it('is appended to by many at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store.appendEvent(requests[0].id, {
          type: 'refused',
          actorRef: 'user:default/nia',
          data: { n },
        }),
      ),
    );
    expect(await store.verify()).toMatchObject({ ok: true, events: 32 });
  });

  it.each([
    ['type', 'approved'],
    ['actor_ref', 'user:default/nia'],
    ['at', '2026-01-01T00:00:00.000Z'],
    ['data', '{}'],
  ])('shows where %s of an event was changed', async (column, value) => {
    await event(3).update({ [column]: value });
    expect(await brokenAt()).toMatch(/^#2 3 Its content/);
  });

  it('shows where an event was taken out', async () => {
    await event(2).delete();
    expect(await brokenAt()).toMatch(/^#2 3 /);
  });

  it('shows where two events changed places', async () => {
    await event(2).update({ sequence: 99 });
    await event(3).update({ sequence: 2 });
    await event(99).update({ sequence: 3 });
    expect(await brokenAt()).toMatch(/^#2 2 /);
  });

  it('shows where the tail was cut off, or all of it', async () => {
    await event(4).delete();
    expect(await brokenAt()).toMatch(/^#2 4 It is missing/);
    await knex('requests_events')
      .where({ request_id: requests[1].id })
      .delete();
    expect(await brokenAt()).toMatch(/^#2 1 It is missing/);
  });

  it('shows where a tail was written anew, every hash of it right', async () => {
    const forged = await store.appendEvent(requests[1].id, {
      type: 'forged',
      actorRef: 'user:default/nia',
      data: {},
    });
    await knex('requests')
      .where({ id: requests[1].id })
      .update({ event_count: 4, head_hash: forged.prevHash });
    expect(await brokenAt()).toMatch(/^#2 5 It does not end where/);
  });

  it('shows what was moved to another request', async () => {
    await event(4).delete();
    await event(4, requests[0]).update({ request_id: requests[1].id });
    expect(await brokenAt()).toMatch(/^#1 4 It is missing/);
    expect(await store.verify({ id: requests[1].id })).toMatchObject({
      broken: { sequence: 4 },
    });
  });

  it('shows events whose request is gone', async () => {
    await knex('requests').where({ id: requests[1].id }).delete();
    expect(await store.verify()).toMatchObject({
      ok: false,
      broken: { requestId: requests[1].id, number: 0, sequence: 1 },
    });
  });

  it('names the first of several', async () => {
    await event(3, requests[2]).update({ data: '{}' });
    await event(4).update({ data: '{}' });
    await event(2).update({ data: '{}' });
    expect(await brokenAt()).toMatch(/^#2 2 /);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('Stopped'));
    await expect(store.verify({ signal })).rejects.toThrow('Stopped');
  });
});
