// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  applicationOf,
  environmentOf,
  instanceOf,
} from '../__testUtils__/examples';
import { outcomeOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { World } from './__testUtils__/World';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('a promotion', () => {
  let opened: OpenCluster;
  let world: World;
  beforeEach(async () => {
    opened = await openCluster('staging');
    world = await World.create(await databases.init('SQLITE_3'), opened);
    const { environments, applications, topics } = world.stores;
    await environments.insert(environmentOf('dev'));
    await environments.insert(environmentOf('prod'));
    await applications.put(applicationOf('orders'));
    await applications.putInstance(instanceOf('orders', 'dev'));
    await topics.setDesired(
      ['orders.a', 'orders.b'].map(name => ({
        environment: 'dev',
        labels: { domain: 'sales' },
        description: `Orders, ${name}`,
        spec: {
          name,
          partitions: 3,
          replicationFactor: 1,
          configs: { 'retention.ms': '7' },
        },
      })),
    );
  });
  afterEach(() => opened?.close());

  const promote = (topics: object[], more: object = {}) => ({
    from: 'dev',
    to: 'staging',
    topics,
    ...more,
  });
  const topic = async (name: string) =>
    outcomeOf(await opened.admin.describeTopics([name]), name);

  it('makes topics in the next environment, with what is different there', async () => {
    const request = await world.done(
      'kafka.promote',
      promote([
        { name: 'orders.a' },
        { name: 'orders.b', overrides: { partitions: 5 } },
      ]),
    );
    expect(request).toMatchObject({
      execution: 'succeeded',
      environmentRef: 'staging',
      ownerRef: 'group:default/orders',
    });
    expect(await topic('orders.a')).toMatchObject({
      partitions: 3,
      configs: { 'retention.ms': '7' },
    });
    expect((await topic('orders.b')).partitions).toBe(5);
    await expect(
      world.ask('kafka.promote', promote([{ name: 'orders.a' }])),
    ).rejects.toMatchObject({ code: 'promotion-nothing' });
  });

  it('takes along what people know a topic by, and leaves that of one that is there', async () => {
    const preview = await world.preview(
      'kafka.promote',
      promote([{ name: 'orders.a' }]),
    );
    expect(preview.view.fields).toContainEqual({
      path: 'topic orders.a / labels.domain',
      after: 'sales',
    });
    await world.done('kafka.promote', promote([{ name: 'orders.a' }]));
    const { topics } = world.stores;
    expect(await topics.get('staging', 'orders.a')).toMatchObject({
      labels: { domain: 'sales' },
      description: 'Orders, orders.a',
    });
    await topics.setDesired([
      {
        environment: 'staging',
        spec: { ...(await topic('orders.a')) },
        labels: { domain: 'rehearsal' },
      },
    ]);
    const overrides = { partitions: 5 };
    await world.done(
      'kafka.promote',
      promote([{ name: 'orders.a', overrides }]),
    );
    expect(await topics.get('staging', 'orders.a')).toMatchObject({
      labels: { domain: 'rehearsal' },
      desired: { partitions: 5 },
    });
  });

  it('goes to the next environment only, from what is there, by its owner', async () => {
    const code = (expected: string) =>
      expect.objectContaining({ code: expected });
    await expect(
      world.ask('kafka.promote', promote([{ name: 'orders.none' }])),
    ).rejects.toEqual(code('promotion-source-missing'));
    await expect(
      world.ask('kafka.promote', promote([{ name: 'orders.a' }]), {
        by: 'pia',
      }),
    ).rejects.toEqual(code('kafka-not-owner'));
  });

  it('never lowers partitions', async () => {
    await world.done('kafka.promote', promote([{ name: 'orders.a' }]));
    await opened.admin.createPartitions([{ topic: 'orders.a', partitions: 9 }]);
    await expect(
      world.ask(
        'kafka.promote',
        promote([{ name: 'orders.a', overrides: { partitions: 4 } }]),
      ),
    ).rejects.toMatchObject({ code: 'partitions-decrease' });
    expect((await topic('orders.a')).partitions).toBe(9);
  });
});
