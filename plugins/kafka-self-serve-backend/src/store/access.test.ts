// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  applicationOf,
  environmentOf,
  instanceOf,
  viewerOf,
} from '../__testUtils__/examples';
import { kafkaMigrations } from './database';
import { KnexKafkaStores } from './KnexKafkaStores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
const AT = '2026-11-23T02:00:00.000Z';

describe.each(databases.eachSupportedId())(
  'grants, tickets and differences on %s',
  databaseId => {
    let stores: KnexKafkaStores;

    beforeEach(async () => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest(kafkaMigrations());
      stores = KnexKafkaStores.of(knex, () => new Date(AT));
      await stores.environments.insert(environmentOf('prod'));
      for (const name of ['orders', 'payments']) {
        await stores.applications.put(applicationOf(name));
        await stores.applications.putInstance(instanceOf(name, 'prod'));
      }
    });

    it('lets a ticket be taken once, by whom it is for, in its time', async () => {
      const { credentials } = stores;
      await credentials.put({
        id: 'c1',
        environment: 'prod',
        instance: 'orders@prod',
        username: 'orders',
        mechanism: 'SCRAM-SHA-512',
        createdAt: AT,
      });
      await credentials.putTicket({
        requestId: 'r1',
        credentialId: 'c1',
        requesterRef: 'user:default/Pia',
        expiresAt: '2026-11-23T03:00:00Z',
      });
      const take = (requesterRef: string, now = AT) =>
        credentials.takeTicket({ requestId: 'r1', requesterRef, now });
      expect(await take('user:default/eve')).toBeUndefined();
      expect(
        await take('user:default/pia', '2026-11-23T03:00:00Z'),
      ).toBeUndefined();
      expect(await credentials.waitingTickets(AT)).toEqual(new Set(['c1']));
      const taken = await Promise.all([
        take('user:default/pia'),
        take('user:default/pia'),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('finds the grants on a topic, by their state, as giver and taker see them', async () => {
      const { grants } = stores;
      const grant = (id: string, change: object = {}) => ({
        id,
        environment: 'prod',
        owner: 'orders@prod',
        grantee: 'payments@prod',
        access: 'CONSUME' as const,
        topic: { pattern: 'LITERAL' as const, name: 'orders.a' },
        applied: true,
        ...change,
      });
      await grants.put([
        grant('a'),
        grant('b', {
          topic: { pattern: 'PREFIXED', name: 'orders.' },
          expiresAt: '2026-11-25T00:00:00+01:00',
        }),
        grant('c', { topic: { pattern: 'LITERAL', name: 'orders.abc' } }),
        grant('d', { expiresAt: '2026-11-22T00:00:00Z' }),
        grant('e', { revokedAt: '2026-11-22T00:00:00Z', applied: false }),
      ]);
      const ids = async (query: object, viewer = viewerOf()) =>
        (await grants.page(query, viewer)).items.map(({ id }) => id).sort();
      expect(await ids({ topic: 'orders.a' })).toEqual(['a', 'b', 'd', 'e']);
      expect(await ids({ state: ['active'] })).toEqual(['a', 'c']);
      expect(await ids({ state: ['ending', 'revoked'] })).toEqual(['b', 'e']);
      expect(await ids({ state: ['expired'] })).toEqual(['d']);
      expect(await ids({ application: ['payments'] })).toHaveLength(5);
      const hidden = { hiddenInstances: ['orders@prod'] };
      expect(await ids({}, viewerOf(hidden))).toHaveLength(5);
      expect(
        await ids(
          {},
          viewerOf({ hiddenInstances: ['orders@prod', 'payments@prod'] }),
        ),
      ).toEqual([]);
      expect((await grants.expired(AT)).map(({ id }) => id)).toEqual(['d']);
      expect(
        (await grants.list({ environment: 'prod', activeAt: AT })).map(
          ({ id }) => id,
        ),
      ).toEqual(['a', 'b', 'c']);
    });

    it('keeps since when a difference is there and that somebody ignores it', async () => {
      const { drift } = stores;
      const entry = (id: string) => ({
        id,
        environment: 'prod',
        kind: 'topic-changed' as const,
        name: `orders.${id}`,
        title: 'Changed',
        changes: [],
        instance: 'orders@prod',
      });
      await drift.replace('prod', [entry('a'), entry('b')], { at: AT });
      await drift.choose('a', { ignored: true, by: 'user:default/pia' });
      await drift.replace('prod', [entry('a'), entry('c')], {
        at: '2026-11-24T00:00:00Z',
      });
      const found = await drift.page({ ignored: true }, viewerOf());
      expect(
        found.items.map(({ id, since, ignored }) => [id, since, ignored]),
      ).toEqual([
        ['a', AT, true],
        ['c', '2026-11-24T00:00:00.000Z', false],
      ]);
      expect((await drift.page({}, viewerOf())).items).toHaveLength(1);
    });
  },
);
