// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import type { ListRequestsInput } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { KnexRequestStore } from '.';
import { explain, statementsOf } from './__testUtils__/explain';
import { newRequest } from './__testUtils__/newRequest';
import { seededRequest, seedRequests } from './__testUtils__/seedRequests';
import type { StoredRequest, Viewer } from './types';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const COUNT = 20_000;
const VIEWERS: Record<string, Viewer> = {
  'an administrator': {
    refs: ['group:default/platform'],
    userRef: 'user:default/root',
    seesAll: true,
  },
  'somebody who may see few': {
    refs: ['group:default/team-7'],
    userRef: 'user:default/person-7',
    seesAll: false,
  },
  'somebody who may see many': {
    refs: ['group:default/platform'],
    userRef: 'user:default/person-9',
    seesAll: false,
  },
};
const FILTERS: Record<string, ListRequestsInput> = {
  none: {},
  'a common state': { execution: ['succeeded'] },
  'a rare state': { execution: ['failed'] },
  'two decisions': { decision: ['pending', 'draft'] },
  environment: { environment: ['prod'] },
  kind: { kind: ['kafka.topic'] },
  owner: { owner: ['group:default/team-11'] },
  mine: { mine: true },
  'waiting for me': { waitingForMe: true },
  resource: { resource: seededRequest(99).resourceRefs },
  text: { text: 'store 77' },
};
const SORT = /TEMP B-TREE|Sort/;
const count = (pattern: RegExp, plan: string) =>
  [...plan.matchAll(pattern)].length;

/** Rows of the two large tables that are read without an index; `few` is at most a thousand rows that an index found. */
function readsWhole(plan: string): boolean {
  const walked = count(/^SCAN (l|requests)$/gm, plan);
  const few = count(/^MATERIALIZE few$/gm, plan);
  return walked > few || /Seq Scan on (requests|requests_list)\b/.test(plan);
}

describe.each(databases.eachSupportedId())('statements on %s', databaseId => {
  let knex: Knex;
  let store: KnexRequestStore;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    store = await KnexRequestStore.create({ database: knex });
    await seedRequests(knex, { count: COUNT });
  });

  async function plansOf(
    work: () => Promise<unknown>,
    options: { indexesOnly: boolean },
  ): Promise<string[]> {
    const statements = await statementsOf(knex, work);
    expect(statements).not.toEqual([]);
    const plans: string[] = [];
    for (const statement of statements) {
      const plan = await explain(knex, statement, options);
      plans.push(`${statement.sql}\n${plan}`);
    }
    return plans;
  }

  /** Without the statement that counts to a thousand to see what is few, in whichever order is at hand. */
  async function pagePlans(
    input: ListRequestsInput & { limit: number },
    viewer: Viewer,
  ): Promise<string[]> {
    const plans = await plansOf(() => store.list(input, viewer), {
      indexesOnly: false,
    });
    return plans.filter(plan => !/limit (\?|\$\d+)\) as .some./.test(plan));
  }

  describe.each(Object.entries(VIEWERS))('of %s', (_name, viewer) => {
    it.each(Object.entries(FILTERS))(
      'find a page by an index that has its order, or among few: %s',
      async (_filter, filters) => {
        const { nextCursor } = await store.list(
          { ...filters, limit: 1 },
          viewer,
        );
        const plans = [
          ...(await pagePlans({ ...filters, limit: 20 }, viewer)),
          ...(await pagePlans(
            { ...filters, limit: 20, cursor: nextCursor },
            viewer,
          )),
        ];
        expect(
          plans.filter(
            plan =>
              readsWhole(plan) || (!plan.includes('few') && SORT.test(plan)),
          ),
        ).toEqual([]);
      },
    );

    it('count within an index', async () => {
      const plans = await plansOf(() => store.counts({}, viewer), {
        indexesOnly: false,
      });
      expect(plans.filter(plan => readsWhole(plan) || SORT.test(plan))).toEqual(
        [],
      );
    });
  });

  it('find everything else by an index', async () => {
    const created: StoredRequest[] = [];
    for (let n = 0; n < 2; n++) {
      const { request } = await store.create(
        newRequest({ resourceRefs: ['live:/x'] }),
        { actorRef: 'system', data: {} },
      );
      created.push(request);
    }
    const [{ id, number, requesterRef, idempotencyKey }] = created;
    const plans = await plansOf(
      async () => {
        await store.get(id);
        await store.getByNumber(number);
        await store.getByIdempotencyKey({ requesterRef, idempotencyKey });
        await store.transition(id, {
          rowVersion: 1,
          set: {
            decision: 'pending',
            holdsResources: true,
            deciderRefs: ['group:default/x'],
          },
          events: [{ type: 'submitted', actorRef: 'system', data: {} }],
          decisions: { add: [], lapse: [{ id: 'x', lapsed: 'revised' }] },
          steps: [{ phase: 'submit', steps: [] }],
          job: { phase: 'submit', runAt: new Date() },
          outbox: [{ channel: 'signal', payload: {} }],
        });
        await store.holders(['live:/x']);
        await store.appendEvent(id, { type: 'x', actorRef: 'x', data: {} });
        await store.events(id);
        await store.verify({ id });
        await store.decisions(id);
        await store.steps(id);
        await store.comments(id);
        await store.appendLogs(id, [{ text: 'x' }]);
        await store.logs(id, { after: 0, limit: 10 });
        await store.deliver(id, { id: 'm', topic: 't', data: {} });
        await store.inbox(id);
        const lease = { owner: 'x', forMilliseconds: 1_000 };
        const job = await store.lease(lease);
        await store.renew(job!, lease);
        const [message] = await store.takeOutbox({ ...lease, limit: 1 });
        await store.postpone(message.id, { until: new Date(), problem: 'x' });
        await store.sent(message.id);
        await store.due({ limit: 10 });
        await store.addComment(id, { authorRef: 'x', text: 'x' });
      },
      { indexesOnly: true },
    );
    expect(plans.length).toBeGreaterThan(30);
    // Sorted are only the rows of one request.
    expect(
      plans.filter(plan => /^SCAN (?!json_each|due)|Seq Scan/m.test(plan)),
    ).toEqual([]);
  });
});
