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

describeWithCluster('requests for access', () => {
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
      statusLabel: 'access ended; records go on 4 June 2026 at 10:00 UTC',
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
});
