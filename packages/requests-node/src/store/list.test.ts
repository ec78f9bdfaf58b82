// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  ListRequestsInput,
  RequestFilters,
} from '@fairway/requests-common';
import type { Knex } from 'knex';
import { KnexRequestStore } from '.';
import {
  COUNT,
  expected,
  expectedCounts,
  isWaiting,
  REQUESTS,
} from './__testUtils__/expectedLists';
import { newRequest } from './__testUtils__/newRequest';
import { seedRequests } from './__testUtils__/seedRequests';
import type { StoredRequest, Viewer } from './types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const ADMINISTRATOR: Viewer = {
  refs: ['group:default/platform'],
  userRef: 'user:default/root',
  seesAll: true,
};
const VIEWERS: Record<string, Viewer> = {
  administrator: ADMINISTRATOR,
  'member of a team': {
    refs: ['group:default/team-7', 'group:default/org'],
    userRef: 'user:default/person-7',
    seesAll: false,
  },
  'member of the platform team': {
    refs: ['group:default/Platform'],
    userRef: 'user:default/person-9',
    seesAll: false,
  },
  'member of no team': {
    refs: [],
    userRef: 'user:default/person-11',
    seesAll: false,
  },
  stranger: { refs: [], userRef: 'user:default/nobody', seesAll: false },
  'member of the platform team under a policy': {
    refs: ['group:default/platform'],
    userRef: 'user:default/person-9',
    seesAll: false,
    criteria: {
      allOf: [
        { not: { field: 'kind', values: ['kafka.access'] } },
        {
          anyOf: [
            { field: 'readerRef', values: ['group:default/team-9'] },
            { field: 'requesterRef', values: ['user:default/person-3'] },
            { field: 'ownerRef', values: ['group:default/team-5'] },
          ],
        },
      ],
    },
  },
};
const FILTERS: Record<string, RequestFilters> = {
  none: {},
  'a common state': { execution: ['succeeded'] },
  'a rare state': { execution: ['failed', 'partially-applied'] },
  'two decisions': { decision: ['draft', 'pending'] },
  kind: { kind: ['kafka.topic'] },
  environment: { environment: ['prod', 'dev'] },
  owner: { owner: ['group:default/team-11'] },
  requester: { requester: ['user:default/person-7', 'user:default/person-8'] },
  resource: { resource: REQUESTS[99].resourceRefs },
  mine: { mine: true },
  'waiting for me': { waitingForMe: true },
  number: { text: '#123' },
  'text of the title, in another case': { text: ' STORE 7' },
  'text of a resource': { text: 'eu-west-1/prod' },
  'what would be a wildcard': { text: 'o_der' },
  'what would be another wildcard': { text: 'order%store' },
  'quotes and all': { text: `'; drop table requests; --` },
  time: {
    since: REQUESTS[1_000].createdAt.toISOString(),
    until: REQUESTS[1_100].createdAt.toISOString(),
  },
  'several that are few together': {
    kind: ['change'],
    environment: ['prod'],
    decision: ['rejected', 'pending'],
    text: 'team 1',
  },
};

describe.each(databases.eachSupportedId())('lists on %s', databaseId => {
  let knex: Knex;
  let store: KnexRequestStore;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    store = await KnexRequestStore.create({ database: knex });
    await seedRequests(knex, { count: COUNT });
  });

  const numbers = (requests: { number: number }[]) =>
    requests.map(({ number }) => number);

  /** All pages, by the cursors. */
  async function walk(
    input: ListRequestsInput,
    viewer: Viewer,
    limit: number,
  ): Promise<number[][]> {
    const pages: number[][] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list({ ...input, limit, cursor }, viewer);
      pages.push(numbers(page.items));
      cursor = page.nextCursor;
    } while (cursor);
    return pages;
  }

  describe.each(Object.entries(VIEWERS))('for %s', (_name, viewer) => {
    it.each(Object.entries(FILTERS))(
      'answer and count what fits: %s',
      async (_filter, filters) => {
        const all = expected(filters, viewer);
        const newest = await store.list({ ...filters, limit: 30 }, viewer);
        expect(numbers(newest.items)).toEqual(
          numbers(all).reverse().slice(0, 30),
        );
        expect(newest.nextCursor !== undefined).toBe(all.length > 30);
        expect(newest.waitingForViewer).toEqual(
          newest.items.filter(r => isWaiting(r, viewer)).map(r => r.id),
        );
        const oldest = await store.list(
          { ...filters, limit: 30, order: 'oldest', contents: 'left-out' },
          viewer,
        );
        expect(oldest.items).toEqual(
          all
            .slice(0, 30)
            .map(request => ({ ...request, payload: {}, plan: {}, view: {} })),
        );
        expect(await store.counts(filters, viewer)).toEqual(
          expectedCounts(filters, viewer),
        );
      },
    );
  });

  it('page through everything, once each, in both orders', async () => {
    const viewer = VIEWERS['member of the platform team'];
    const filters = { execution: ['succeeded' as const] };
    const all = numbers(expected(filters, viewer));
    const newest = await walk(filters, viewer, 37);
    expect(newest.flat()).toEqual([...all].reverse());
    const oldest = await walk({ ...filters, order: 'oldest' }, viewer, 37);
    expect(oldest.flat()).toEqual(all);
  });

  it.each(['newest', 'oldest'] as const)(
    'page back the way they came, the %s first',
    async order => {
      const input = { limit: 10, kind: ['kafka.topic'], order };
      const first = await store.list(input, ADMINISTRATOR);
      expect(first.prevCursor).toBeUndefined();
      const second = await store.list(
        { ...input, cursor: first.nextCursor },
        ADMINISTRATOR,
      );
      const third = await store.list(
        { ...input, cursor: second.nextCursor },
        ADMINISTRATOR,
      );
      const back = await store.list(
        { ...input, cursor: third.prevCursor },
        ADMINISTRATOR,
      );
      expect(back).toEqual(second);
      expect(
        await store.list({ ...input, cursor: back.prevCursor }, ADMINISTRATOR),
      ).toEqual(first);
    },
  );

  it('refuse a cursor that is not theirs', async () => {
    const { nextCursor } = await store.list({ limit: 1 }, ADMINISTRATOR);
    const cursors = [
      '',
      'x',
      'bmV3ZXN0IGFmdGVyIC0x',
      Buffer.from('newest after 1; drop table').toString('base64url'),
      Buffer.from('newest after 99999999999').toString('base64url'),
    ];
    for (const cursor of cursors) {
      await expect(
        store.list({ limit: 1, cursor }, ADMINISTRATOR),
      ).rejects.toMatchObject({ code: 'cursor-invalid', name: 'InputError' });
    }
    await expect(
      store.list(
        { limit: 1, cursor: nextCursor, order: 'oldest' },
        ADMINISTRATOR,
      ),
    ).rejects.toMatchObject({ code: 'cursor-invalid' });
  });
});

describe.each(databases.eachSupportedId())(
  'what waits for a person on %s',
  databaseId => {
    it('is what their groups decide, until they spoke or wrote a part of it', async () => {
      const knex = await databases.init(databaseId);
      const store = await KnexRequestStore.create({ database: knex });
      const owen: Viewer = {
        refs: ['group:default/owners'],
        userRef: 'user:default/owen',
        seesAll: false,
      };
      const { request } = await store.create(newRequest(), {
        actorRef: 'user:default/pia',
        data: {},
      });
      const move = async (
        set: Partial<StoredRequest>,
        verdict?: 'approved',
      ) => {
        const { rowVersion, revision } = (await store.get(request.id))!;
        await store.transition(request.id, {
          rowVersion,
          set,
          events: [],
          ...(verdict && {
            decisions: {
              add: [
                {
                  id: `decision-${rowVersion}`,
                  approverRef: owen.userRef,
                  entitledBy: owen.refs,
                  verdict,
                  planDigest: request.planDigest,
                  revision,
                  at: new Date().toISOString(),
                },
              ],
            },
          }),
        });
      };
      const waits = async () => {
        const { items } = await store.list(
          { limit: 5, waitingForMe: true },
          owen,
        );
        const { waitingForMe } = await store.counts({}, owen);
        expect(items).toHaveLength(waitingForMe);
        return waitingForMe === 1;
      };
      const pending = {
        decision: 'pending' as const,
        readerRefs: ['group:default/owners'],
        deciderRefs: ['group:default/Owners'],
      };

      expect(await waits()).toBe(false);
      await move(pending);
      expect(await waits()).toBe(true);
      await move({}, 'approved');
      expect(await waits()).toBe(false);
      await move({ revision: 2 });
      expect(await waits()).toBe(true);
      await move({ authorRefs: ['user:default/pia', owen.userRef] });
      expect(await waits()).toBe(false);
      await move({ authorRefs: ['user:default/pia'], deciderRefs: [] });
      expect(await waits()).toBe(false);
      await move(pending);
      expect(await waits()).toBe(true);
    });
  },
);
