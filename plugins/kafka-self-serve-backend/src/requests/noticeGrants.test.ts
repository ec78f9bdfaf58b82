// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  applicationOf,
  environmentOf,
  instanceOf,
} from '../__testUtils__/examples';
import type { StoredGrant } from '../domain/ports';
import { kafkaMigrations, KnexKafkaStores } from '../store';
import { noticeGrants } from './noticeGrants';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-06-01T10:00:00Z');

const grant = (change: Partial<StoredGrant> = {}): StoredGrant => ({
  id: 'g1',
  environment: 'dev',
  owner: 'orders@dev',
  grantee: 'payments@dev',
  access: 'CONSUME',
  topic: { pattern: 'LITERAL', name: 'orders.created' },
  expiresAt: new Date(START + 20 * DAY).toISOString(),
  applied: true,
  ...change,
});

describe('notices of grants', () => {
  let now: number;
  let stores: KnexKafkaStores;
  let sent: { title: string; to: string[]; link?: string; scope?: string }[];
  let isAway: boolean;

  beforeEach(async () => {
    now = START;
    sent = [];
    isAway = false;
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest(kafkaMigrations());
    stores = KnexKafkaStores.of(knex, () => new Date(now));
    await stores.environments.insert(environmentOf('dev'));
    for (const team of ['orders', 'payments']) {
      await stores.applications.put(applicationOf(team));
      await stores.applications.putInstance(instanceOf(team, 'dev'));
    }
  });

  const look = () =>
    noticeGrants({
      stores,
      clock: () => new Date(now),
      logger: mockServices.logger.mock(),
      notifications: {
        async send({ recipients, payload: { title, link, scope } }) {
          if (isAway) throw new Error('away');
          const { entityRef } = recipients as { entityRef: string[] };
          sent.push({ title, to: entityRef, link, scope });
        },
      },
    });

  it('are given once before the end to whoever has access, and once at the end to both', async () => {
    await stores.grants.put([grant()]);
    await look();
    expect(sent).toEqual([]);
    now = START + 6 * DAY;
    await look();
    await look();
    expect(sent).toEqual([
      {
        title: expect.stringContaining(
          'payments@dev may read orders.created in dev',
        ),
        to: ['group:default/payments'],
        link: '/kafka/applications/payments',
        scope: expect.stringContaining('g1:ending'),
      },
    ]);
    now = START + 20 * DAY;
    await look();
    await look();
    expect(sent.slice(1)).toMatchObject([
      {
        title: expect.stringMatching(/^No longer/),
        to: ['group:default/payments', 'group:default/orders'],
      },
    ]);
  });

  it('are given anew for the end that a renewal sets', async () => {
    await stores.grants.put([grant()]);
    now = START + 19 * DAY;
    await look();
    const kept = await stores.grants.get('g1');
    const later = new Date(START + 60 * DAY).toISOString();
    await stores.grants.put([{ ...kept!, expiresAt: later }]);
    await look();
    expect(sent).toHaveLength(1);
    now = START + 50 * DAY;
    await look();
    expect(sent).toHaveLength(2);
    expect(sent[1].title).toContain('Until 31 July 2026 at 10:00 UTC');
  });

  it('are tried again where they could not be sent', async () => {
    await stores.grants.put([grant()]);
    now = START + 19 * DAY;
    isAway = true;
    await look();
    isAway = false;
    await look();
    await look();
    expect(sent).toHaveLength(1);
  });

  it('are not given of what was revoked, carried out or has no end', async () => {
    await stores.grants.put([
      grant({ id: 'revoked', revokedAt: new Date(START).toISOString() }),
      grant({ id: 'over', applied: false }),
      grant({ id: 'endless', expiresAt: undefined }),
    ]);
    now = START + 30 * DAY;
    await look();
    expect(sent).toEqual([]);
  });
});
