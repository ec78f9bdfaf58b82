// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import { instanceOf, topicOf } from '../__testUtils__/examples';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';
import { createSync } from '../snapshot';
import { openWorld, type World } from './__testUtils__/openWorld';
import { createReading } from './createReading';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

describeWithCluster('what the search reads', () => {
  let world: World;
  let reading: ReturnType<typeof createReading>;

  const names = async (query = {}) => {
    const { items, nextCursor } = await reading.searchTopics(query);
    return { found: items.map(({ name }) => name), nextCursor };
  };

  beforeEach(async () => {
    world = await openWorld(databases);
    reading = createReading({
      ...world.parts,
      state: { load: () => Promise.reject(new Error('not asked for')) },
    });
    await world.admin.createTopics(
      ['ledger.booked', 'left.over', 'orders.created'].map(name =>
        topicOf(name),
      ),
    );
    await createSync(world.parts).sync('dev');
  });

  afterEach(() => world.close());

  it('is every topic, page by page', async () => {
    const first = await names({ limit: 2 });
    expect(first.found).toEqual(['ledger.booked', 'left.over']);
    const { found, nextCursor } = await names({
      limit: 2,
      cursor: first.nextCursor,
    });
    expect({ found, nextCursor }).toEqual({ found: ['orders.created'] });
  });

  it('is nothing of a private instance', async () => {
    await world.stores.applications.putInstance({
      ...instanceOf('ledger', 'dev'),
      visibility: 'private',
    });
    expect((await names()).found).toEqual(['left.over', 'orders.created']);
  });
});
