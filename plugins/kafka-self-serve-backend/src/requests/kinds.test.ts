// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of request, from asking to what the brokers and our books say afterwards.
import { TestDatabases } from '@backstage/backend-test-utils';
import { outcomeOf } from '../kafka/outcomes';
import { createPasswordDesk } from './passwordDesk';
import { viewerOf } from '../__testUtils__/examples';
import { describeWithCluster } from './__testUtils__/describeWithCluster';
import { type OpenCluster, openCluster } from './__testUtils__/openCluster';
import { DAY, MINUTE, World } from './__testUtils__/World';
import { endGrants } from './scheduleKafkaRequests';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describeWithCluster('requests', () => {
  let opened: OpenCluster;
  let world: World;
  beforeEach(async () => {
    opened = await openCluster();
    world = await World.create(await databases.init('SQLITE_3'), opened);
  });
  afterEach(() => opened?.close());

  const topic = async (name: string) =>
    outcomeOf(await opened.admin.describeTopics([name]), name);
  const create = (name: string, more: object = {}) => ({
    operation: 'create',
    instance: 'orders@dev',
    name,
    ...more,
  });
  const keys = () => world.access();
  const DONE = { decision: 'approved', execution: 'succeeded' };

  it('create a topic, and plan nothing for it afterwards', async () => {
    const payload = create('orders.a', { configs: { 'retention.ms': '9' } });
    const request = await world.done('kafka.topic', payload);
    expect(request).toMatchObject({
      ...DONE,
      statusLabel: 'applied and read back',
      title: 'Create the topic orders.a in dev',
      ownerRef: 'group:default/orders',
      resourceRefs: ['kafka:dev/topic/orders_a'],
    });
    expect(await topic('orders.a')).toMatchObject({
      partitions: 2,
      configs: { 'retention.ms': '9' },
    });
    expect(await world.stores.topics.get('dev', 'orders.a')).toMatchObject({
      instance: 'orders@dev',
      phase: 'ready',
      requestId: request.id,
    });
    await expect(
      world.preview('kafka.topic', {
        operation: 'config',
        name: 'orders.a',
        set: { 'retention.ms': '9' },
      }),
    ).rejects.toMatchObject({ code: 'nothing-to-do' });
  });

  it('report every broken rule together, the cluster among them', async () => {
    const asked = world.preview('kafka.topic', {
      ...create('payments..x', { partitions: 0, replicationFactor: 7 }),
      configs: { 'retention.ms': 'long', 'no.such': '1' },
    });
    const error = await asked.catch(thrown => thrown);
    const codes = error.details.problems.map((each: any) => each.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'topic-outside-ownership',
        'partitions-too-few',
        'replication-factor-above-brokers',
        'config-unknown',
      ]),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('change configs and raise partitions', async () => {
    await world.done('kafka.topic', create('orders.a'));
    expect(
      await world.done('kafka.topic', {
        operation: 'config',
        name: 'orders.a',
        set: { 'cleanup.policy': 'compact' },
      }),
    ).toMatchObject(DONE);
    expect(
      await world.done('kafka.topic', {
        operation: 'partitions',
        name: 'orders.a',
        partitions: 5,
      }),
    ).toMatchObject({ ...DONE, risks: [{ code: 'remaps-keys' }] });
    expect(await topic('orders.a')).toMatchObject({
      partitions: 5,
      configs: { 'cleanup.policy': 'compact' },
    });
    const stored = await world.stores.topics.get('dev', 'orders.a');
    expect(stored).toMatchObject({
      phase: 'ready',
      desired: { partitions: 5 },
    });
  });

  it('delete a topic with its access, after a grace period that can be ended', async () => {
    await world.done('kafka.topic', create('orders.a'));
    await world.done(
      'kafka.grant',
      {
        operation: 'create',
        grantee: 'payments@dev',
        access: 'CONSUME',
        topic: { pattern: 'LITERAL', name: 'orders.a' },
        group: { pattern: 'PREFIXED', name: 'payments.' },
      },
      { by: 'pia', approvers: ['ada', 'otto'] },
    );
    const before = await keys();
    expect(before).toEqual([
      'ALLOW User:payments from *: READ on TOPIC LITERAL orders.a',
    ]);
    const remove = {
      operation: 'delete',
      name: 'orders.a',
      typedName: 'orders.a',
      graceDays: 3,
    };
    const waiting = await world.done('kafka.topic', remove);
    expect(waiting).toMatchObject({
      execution: 'waiting',
      statusLabel: 'access ended; records go at 2026-06-04T10:00:00.000Z',
    });
    expect(await keys()).toEqual([]);
    expect(await world.stores.topics.get('dev', 'orders.a')).toMatchObject({
      phase: 'deleting',
    });
    await world.engine.service.cancel(waiting.id, {}, world.caller('otto'));
    await world.work();
    expect(await world.see(waiting.id)).toMatchObject({
      execution: 'compensated',
    });
    expect(await keys()).toEqual(before);
    expect(await world.stores.topics.get('dev', 'orders.a')).toMatchObject({
      phase: 'ready',
    });

    const again = await world.done('kafka.topic', remove);
    world.pass(3 * DAY - MINUTE);
    await world.work();
    expect(await topic('orders.a')).toBeDefined();
    world.pass(MINUTE);
    await world.work();
    expect(await world.see(again.id)).toMatchObject(DONE);
    await expect(topic('orders.a')).rejects.toThrow('no topic');
    expect(await world.stores.topics.get('dev', 'orders.a')).toBeUndefined();
    const [grant] = await world.stores.grants.list({ environment: 'dev' });
    expect(grant).toMatchObject({ applied: false, revokeRequestId: again.id });
  });

  it('grant access with the word of the owner, renew it, and end it when its time is over', async () => {
    await world.done('kafka.topic', create('orders.a'));
    const asked = await world.ask(
      'kafka.grant',
      {
        operation: 'create',
        grantee: 'payments@dev',
        access: 'CONSUME',
        topic: { pattern: 'LITERAL', name: 'orders.a' },
        group: { pattern: 'LITERAL', name: 'payments.g' },
        expiresAt: '2026-06-02T10:00:00Z',
      },
      { by: 'pia' },
    );
    expect(asked.approval).toMatchObject({
      stages: [
        { id: 'platform' },
        { id: 'owner of orders@dev', from: ['group:default/orders'] },
      ],
    });
    await world.approve(asked, 'ada');
    await world.work();
    expect(await keys()).toEqual([]);
    await world.approve(asked, 'otto');
    await world.work();
    // Its own group is its own already.
    const access = [
      'ALLOW User:payments from *: READ on TOPIC LITERAL orders.a',
    ];
    expect(await keys()).toEqual(access);
    const [grant] = await world.stores.grants.list({ environment: 'dev' });
    expect(grant).toMatchObject({ applied: true, requestId: asked.id });

    const renewed = await world.done(
      'kafka.grant',
      {
        operation: 'renew',
        grant: grant.id,
        expiresAt: '2026-06-03T10:00:00Z',
      },
      { by: 'pia', approvers: ['ada', 'otto'] },
    );
    expect(renewed).toMatchObject(DONE);
    const { service: requests } = world.engine;
    world.pass(DAY + MINUTE);
    await endGrants({ ...world.parts, requests });
    expect(await keys()).toEqual(access);
    world.pass(DAY);
    await endGrants({ ...world.parts, requests });
    await endGrants({ ...world.parts, requests });
    await world.work();
    expect(await keys()).toEqual([]);
    const page = await world.engine.service.list(
      { kind: ['kafka.revoke'] },
      world.caller('ada'),
    );
    expect(page.items).toMatchObject([
      {
        ...DONE,
        operation: 'expire',
        requesterRef: 'system:kafka-self-serve/grant-expiry',
      },
    ]);
    expect(await world.stores.grants.get(grant.id)).toMatchObject({
      applied: false,
    });
  });

  it('revoke access, by whoever gave it', async () => {
    await world.done('kafka.topic', create('orders.a'));
    await world.done(
      'kafka.grant',
      {
        operation: 'create',
        grantee: 'payments@dev',
        access: 'PRODUCE',
        topic: { pattern: 'PREFIXED', name: 'orders.a' },
      },
      { by: 'pia', approvers: ['ada', 'otto'] },
    );
    const [{ id: grant }] = await world.stores.grants.list({});
    expect(await world.done('kafka.revoke', { grant })).toMatchObject(DONE);
    expect(await keys()).toEqual([]);
    await expect(world.ask('kafka.revoke', { grant })).rejects.toMatchObject({
      code: 'grant-ended',
    });
  });

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

  it('make, rotate and revoke a credential, and show each password once', async () => {
    const payload = {
      operation: 'create',
      instance: 'orders@dev',
      username: 'orders',
      mechanism: 'SCRAM-SHA-512',
    };
    const made = await world.done('kafka.credential', payload);
    expect(made).toMatchObject(DONE);
    const desk = createPasswordDesk(world.parts);
    const viewer = (name: string) =>
      viewerOf({
        userRef: `user:default/${name}`,
        refs: [`user:default/${name}`, ...world.groups[name]],
      });
    const gone = expect.objectContaining({ code: 'kafka-password-gone' });
    await expect(desk.take(made.id, viewer('olga'))).rejects.toEqual(gone);
    const shown = await desk.take(made.id, viewer('otto'));
    expect(shown).toMatchObject({ username: 'orders', environment: 'dev' });
    await expect(desk.take(made.id, viewer('otto'))).rejects.toEqual(gone);
    const { service } = world.engine;
    const everything = JSON.stringify([
      await service.events(made.id, world.caller('ada')),
      await service.logs(made.id, { after: 0 }, world.caller('ada')),
      await world.engine.store.get(made.id),
      await world.knex('requests_events').select(),
    ]);
    expect(everything).not.toContain(shown.password);

    const { mechanism, ...rest } = payload;
    const rotated = await world.done('kafka.credential', {
      ...rest,
      operation: 'rotate',
    });
    expect(rotated).toMatchObject(DONE);
    const next = await desk.take(rotated.id, viewer('otto'));
    expect(next.password).not.toBe(shown.password);
    expect(
      await world.done('kafka.credential', { ...rest, operation: 'revoke' }),
    ).toMatchObject(DONE);
    expect(await world.stores.credentials.list({})).toEqual([]);
    expect(
      (await opened.admin.listScramUsers()).map(({ user }) => user),
    ).not.toContain('orders');
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

  it('do a bundle with one decision', async () => {
    const request = await world.done('kafka.bundle', {
      items: [
        { kind: 'kafka.topic', payload: create('orders.a') },
        { kind: 'kafka.topic', payload: create('orders.b') },
        {
          kind: 'kafka.subject',
          payload: {
            operation: 'register',
            instance: 'orders@dev',
            name: 'orders.a-value',
            format: 'AVRO',
            schema: '"string"',
          },
        },
        {
          kind: 'kafka.credential',
          payload: {
            operation: 'create',
            instance: 'orders@dev',
            username: 'orders',
          },
        },
      ],
    });
    expect(request).toMatchObject({ ...DONE, operation: 'bundle' });
    expect(request.steps.map(({ id }) => id)).toEqual([
      'look',
      'topic.create-1',
      'subject.register-1',
      'user.create-1',
      'verify',
    ]);
    expect(await topic('orders.b')).toBeDefined();
  });
});
