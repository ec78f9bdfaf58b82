// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A page about one thing reads what is about it: as many rows in a large environment as in a small one.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Viewer } from '../domain/ports';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import { openCluster } from '../requests/__testUtils__/openCluster';
import { fill, rowsReadBy } from '../requests/__testUtils__/rowsRead';
import { World } from '../requests/__testUtils__/World';
import { topicDetail } from './topicDetail';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const VIEWER: Viewer = {
  userRef: 'user:default/otto',
  refs: ['user:default/otto', 'group:default/orders'],
  isAdministrator: false,
  environments: ['dev'],
  hiddenInstances: [],
};
const create = (name: string) => ({
  operation: 'create',
  instance: 'orders@dev',
  name,
});

describeWithCluster('what a page reads', () => {
  async function measured({ topics, open }: { topics: number; open: number }) {
    const opened = await openCluster();
    try {
      const knex = await databases.init('SQLITE_3');
      const world = await World.create(knex, opened);
      await fill(world, topics);
      for (let each = 0; each < open; each++) {
        await world.ask('kafka.topic', create(`orders.open${each}`));
      }
      const { parts } = world;
      const ref = { environment: 'dev', name: 'orders.t7' };
      const detail = await topicDetail(parts, ref, VIEWER);
      expect(detail.access).toMatchObject({
        owners: ['User:orders'],
        grants: [],
      });
      const given = { environment: 'dev', name: 'orders.t0' };
      const { access } = await topicDetail(parts, given, VIEWER);
      expect(access.grants).toHaveLength(topics / 10);
      expect(access.acls.map(({ managed }) => managed)).toEqual(
        Array(topics / 10).fill(true),
      );
      await expect(
        world.preview('kafka.topic', create('orders.open0'), 'olga'),
      ).rejects.toMatchObject({ code: 'topic-name-pending' });
      return {
        'a topic': await rowsReadBy(knex, () =>
          topicDetail(parts, ref, VIEWER),
        ),
        'a list': await rowsReadBy(knex, () =>
          parts.stores.topics.page({ mine: true, limit: 5 }, VIEWER),
        ),
        'a list of access': await rowsReadBy(knex, () =>
          parts.stores.grants.page({ limit: 1 }, VIEWER),
        ),
        'a preview': await rowsReadBy(knex, () =>
          world.preview('kafka.topic', create('orders.open_0'), 'olga'),
        ),
      };
    } finally {
      await opened.close();
    }
  }

  it('does not grow with the environment, nor with what others ask for', async () => {
    const small = await measured({ topics: 20, open: 2 });
    expect(await measured({ topics: 600, open: 12 })).toEqual(small);
    for (const { own } of Object.values(small)) {
      expect(own).toBeGreaterThan(0);
    }
  });
});
