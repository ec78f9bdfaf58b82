// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of request, from asking to what the brokers and our books say afterwards.
import { TestDatabases } from '@backstage/backend-test-utils';
import { outcomeOf } from '../kafka/outcomes';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { World } from './__testUtils__/World';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('other requests', () => {
  let opened: OpenCluster;
  let world: World;
  beforeEach(async () => {
    opened = await openCluster();
    world = await World.create(await databases.init('SQLITE_3'), opened);
  });
  afterEach(() => opened?.close());

  const create = (name: string, more: object = {}) => ({
    operation: 'create',
    instance: 'orders@dev',
    name,
    ...more,
  });
  const keys = () => world.access();
  const DONE = { decision: 'approved', execution: 'succeeded' };

  it('register schemas that the registry takes', async () => {
    await world.done('kafka.topic', create('orders.a'));
    const schema = (...fields: string[]) =>
      JSON.stringify({
        type: 'record',
        name: 'A',
        fields: fields.map(name => ({ name, type: 'string' })),
      });
    const payload = {
      operation: 'register',
      instance: 'orders@dev',
      name: 'orders.a-value',
      format: 'AVRO',
      schema: schema('id'),
      compatibility: 'BACKWARD',
    };
    expect(await world.done('kafka.subject', payload)).toMatchObject(DONE);
    expect(await opened.registry.listVersions('orders.a-value')).toEqual([1]);
    expect(
      await world.stores.subjects.get('dev', 'orders.a-value'),
    ).toMatchObject({ phase: 'ready', observed: { version: 1 } });
    await expect(
      world.ask('kafka.subject', { ...payload, schema: schema('id', 'x') }),
    ).rejects.toMatchObject({ code: 'subject-incompatible' });
  });

  it('reset offsets, and keep where the group was', async () => {
    await world.done('kafka.topic', create('orders.a', { partitions: 1 }));
    await opened.messages.produce('orders.a', ['a', 'b', 'c']);
    await opened.admin.alterGroupOffsets({
      groupId: 'orders.g',
      offsets: [{ topic: 'orders.a', partition: 0, offset: '2' }],
    });
    const reset = (strategy: object) => ({
      instance: 'orders@dev',
      group: 'orders.g',
      strategy,
    });
    const asked = await world.ask(
      'kafka.offset-reset',
      reset({ kind: 'latest' }),
    );
    expect(asked.checks).toContainEqual(
      expect.objectContaining({
        summary: 'orders.a/0: 2 → 3, 0 records to the end',
      }),
    );
    await opened.messages.produce('orders.a', ['d']);
    await world.approve(asked);
    await world.work();
    expect(await world.see(asked.id)).toMatchObject(DONE);
    const at = async () =>
      outcomeOf(await opened.admin.listGroupOffsets(['orders.g']), 'orders.g');
    expect(await at()).toMatchObject([{ committed: '4' }]);
    const kept = await world.stores.offsets.latest('dev', 'orders.g');
    expect(kept).toMatchObject({
      requestId: asked.id,
      offsets: [{ topic: 'orders.a', partition: 0, committed: '2' }],
    });
    const undone = await world.done(
      'kafka.offset-reset',
      reset({
        kind: 'explicit',
        offsets: kept!.offsets.map(({ topic: name, partition, committed }) => ({
          topic: name,
          partition,
          offset: committed,
        })),
      }),
    );
    expect(undone).toMatchObject(DONE);
    expect(await at()).toMatchObject([{ committed: '2' }]);
  });

  it('bring an application and its instance in, change and take them out', async () => {
    const application = {
      name: 'stock',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/stock',
    };
    const asked = await world.ask('kafka.application', {
      operation: 'create',
      ...application,
    });
    expect(asked.approval).toMatchObject({
      stages: [{ id: 'platform' }, { id: 'administrators' }],
    });
    await world.approve(asked);
    await world.work();
    expect(await world.see(asked.id)).toMatchObject(DONE);
    const instance = {
      application: 'stock',
      principals: ['User:stock'],
      patterns: [
        { type: 'TOPIC', pattern: 'PREFIXED', name: 'stock.' },
        { type: 'GROUP', pattern: 'PREFIXED', name: 'stock.' },
      ],
    };
    expect(
      await world.done('kafka.application-instance', {
        operation: 'create',
        ...instance,
        quota: { producerByteRate: 1000 },
      }),
    ).toMatchObject(DONE);
    expect(await keys()).toHaveLength(3);
    expect(await opened.admin.listQuotas()).toEqual([
      { user: 'stock', producerByteRate: 1000 },
    ]);
    expect(
      await world.done('kafka.client-quota', {
        instance: 'stock@dev',
        quota: { consumerByteRate: 5 },
      }),
    ).toMatchObject(DONE);
    expect(
      await world.done('kafka.limits', {
        instance: 'stock@dev',
        limits: { topics: 1 },
      }),
    ).toMatchObject(DONE);
    expect(await world.stores.applications.instance('stock@dev')).toMatchObject(
      { quota: { consumerByteRate: 5 }, limits: { topics: 1 } },
    );
    await expect(
      world.preview(
        'kafka.application-instance',
        {
          operation: 'create',
          ...instance,
          application: 'payments',
        },
        'pia',
      ),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(
      await world.done('kafka.application-instance', {
        operation: 'delete',
        application: 'stock',
      }),
    ).toMatchObject(DONE);
    expect(await keys()).toEqual([]);
    expect(await opened.admin.listQuotas()).toEqual([]);
  });

  it('claim what nobody owns, and transfer what one owns to who takes it', async () => {
    const patterns = [{ type: 'TOPIC', pattern: 'LITERAL', name: 'legacy' }];
    await opened.admin.createTopics([
      { name: 'legacy', partitions: 1, replicationFactor: 1, configs: {} },
    ]);
    expect(
      await world.done('kafka.ownership-claim', {
        instance: 'orders@dev',
        patterns,
      }),
    ).toMatchObject(DONE);
    expect(await keys()).toContain(
      'ALLOW User:orders from *: WRITE on TOPIC LITERAL legacy',
    );
    expect(
      await world.done(
        'kafka.ownership-transfer',
        { from: 'orders@dev', to: 'payments@dev', patterns },
        { approvers: ['ada', 'pia'] },
      ),
    ).toMatchObject(DONE);
    const acls = await keys();
    expect(acls).toContain(
      'ALLOW User:payments from *: WRITE on TOPIC LITERAL legacy',
    );
    expect(acls.filter(key => key.includes('User:orders'))).toEqual([]);
  });

  it('give an instance back the access that it lost on the cluster', async () => {
    const own = await opened.admin.listAcls({ principal: 'User:orders' });
    await opened.admin.deleteAcls(own);
    const found = await world.stores.applications.instance('orders@dev');
    const { application, principals, patterns, limits, visibility } = found!;
    expect(
      await world.done('kafka.application-instance', {
        operation: 'update',
        application,
        principals,
        patterns,
        limits,
        visibility,
      }),
    ).toMatchObject(DONE);
    expect(await opened.admin.listAcls({ principal: 'User:orders' })).toEqual(
      own,
    );
  });
});
