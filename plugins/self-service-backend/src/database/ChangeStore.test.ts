// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { ChangeStore } from './ChangeStore';
import type { NewChange } from './types';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});

const NOW = new Date('2026-06-01T10:00:00.123Z');

function newChange(overrides: Partial<NewChange> & { id: string }): NewChange {
  return {
    requesterRef: 'user:default/pia',
    idempotencyKey: overrides.id,
    requestDigest: 'digest',
    title: 'Order a database',
    description: '',
    repoUrl: 'local?owner=acme&repo=infrastructure-live',
    baseBranch: 'main',
    baseSha: 'a'.repeat(40),
    branch: `fairway/create/dev-orders-${overrides.id}`,
    targets: [],
    files: [{ path: 'live/x', action: 'created' }],
    author: { name: 'Pia', email: 'pia@example.com' },
    teamRefs: ['group:default/payments'],
    askedRefs: [],
    createdAt: NOW,
    ...overrides,
  };
}

describe.each(databases.eachSupportedId())('ChangeStore on %s', databaseId => {
  let knex: Knex;
  let store: ChangeStore;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    store = await ChangeStore.create({
      database: mockServices.database({ knex }),
    });
  });

  it('keeps a change as it was given, and numbers it', async () => {
    const change = newChange({
      id: 'one',
      templateRef: 'template:default/postgres',
      taskId: 'task-1',
      request: { changeTicket: 'CHG-1' },
      askedRefs: ['group:default/platform'],
    });

    const inserted = await store.insert(change);

    expect(inserted.created).toBe(true);
    expect(inserted.change).toEqual({
      ...change,
      number: 1,
      state: 'proposing',
      commitSha: undefined,
      pullRequestNumber: undefined,
      remoteUrl: undefined,
      failure: undefined,
      updatedAt: NOW,
    });
    await expect(store.findById('one')).resolves.toEqual(inserted.change);
    await expect(store.findById('two')).resolves.toBeUndefined();
  });

  it('answers the first change when a key comes again, per person', async () => {
    await store.insert(newChange({ id: 'one', idempotencyKey: 'key' }));
    const again = await store.insert(
      newChange({ id: 'two', idempotencyKey: 'key' }),
    );
    const other = await store.insert(
      newChange({
        id: 'three',
        idempotencyKey: 'key',
        requesterRef: 'user:default/nia',
      }),
    );

    expect(again).toMatchObject({ created: false, change: { id: 'one' } });
    expect(other).toMatchObject({ created: true, change: { id: 'three' } });
  });

  it('gives one change and unbroken numbers under concurrency', async () => {
    const [same, others] = await Promise.all([
      Promise.all(
        [1, 2, 3, 4].map(n =>
          store.insert(newChange({ id: `same-${n}`, idempotencyKey: 'same' })),
        ),
      ),
      Promise.all(
        [1, 2, 3, 4].map(n => store.insert(newChange({ id: `other-${n}` }))),
      ),
    ]);

    expect(new Set(same.map(result => result.change!.id)).size).toBe(1);
    expect(same.filter(result => result.created)).toHaveLength(1);
    const numbers = [same[0], ...others].map(result => result.change!.number);
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives a target to one of many, until it lets go of it', async () => {
    const targets = [{ path: 'live/x' }] as NewChange['targets'];
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        store.insert(newChange({ id: `many-${n}`, targets })),
      ),
    );
    const [winner] = results.filter(result => result.created);

    expect(results.filter(result => result.created)).toHaveLength(1);
    expect(new Set(results.map(r => (r.change ?? r.heldBy).id)).size).toBe(1);
    await expect(store.hold(winner.change!)).resolves.toBeUndefined();

    await store.release(winner.change!.id);
    const next = await store.insert(newChange({ id: 'next', targets }));
    expect(next.created).toBe(true);
    await expect(store.hold(winner.change!)).resolves.toMatchObject({
      id: 'next',
    });
  });

  it('moves on by compare-and-set: what is open stays open', async () => {
    await store.insert(newChange({ id: 'one' }));
    const failure = { code: 'write-failed', message: 'Disk full' };

    await expect(
      store.transition('one', { event: 'failed', failure, at: NOW }),
    ).resolves.toBe(true);
    await expect(store.findById('one')).resolves.toMatchObject({
      state: 'failed',
      failure,
    });
    await expect(
      store.transition('one', {
        event: 'opened',
        commitSha: 'b'.repeat(40),
        pullRequestNumber: 7,
        at: new Date(NOW.getTime() + 1000),
      }),
    ).resolves.toBe(true);
    await expect(
      store.transition('one', { event: 'failed', failure, at: NOW }),
    ).resolves.toBe(false);

    await expect(store.findById('one')).resolves.toMatchObject({
      state: 'open',
      failure: undefined,
      commitSha: 'b'.repeat(40),
      pullRequestNumber: 7,
      updatedAt: new Date(NOW.getTime() + 1000),
    });
  });

  it('lists mine and my teams, newest first, page by page', async () => {
    await store.insert(newChange({ id: 'mine', teamRefs: [] }));
    await store.insert(
      newChange({ id: 'team', requesterRef: 'user:default/paul' }),
    );
    await store.insert(
      newChange({
        id: 'asked',
        requesterRef: 'user:default/nia',
        teamRefs: ['group:default/netops'],
        askedRefs: ['group:default/payments'],
      }),
    );
    await store.insert(newChange({ id: 'newest' }));
    const options = {
      of: {
        requesterRef: 'user:default/pia',
        groupRefs: ['group:default/payments'],
      },
      limit: 2,
    };

    const first = await store.list(options);
    const second = await store.list({ ...options, below: first[1].number });
    const alone = await store.list({
      of: { requesterRef: 'user:default/pia', groupRefs: [] },
      limit: 10,
    });
    const all = await store.list({ limit: 10 });

    expect(first.map(change => change.id)).toEqual(['newest', 'team']);
    expect(second.map(change => change.id)).toEqual(['mine']);
    expect(alone.map(change => change.id)).toEqual(['newest', 'mine']);
    expect(all.map(change => change.id)).toEqual([
      'newest',
      'asked',
      'team',
      'mine',
    ]);
  });
});
