// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

describeWithCluster('the plugin', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal?.stop());

  it('shows the environments of the configuration, with their health', async () => {
    const { body } = await portal.post('otto', '/environments/dev/sync');
    expect(body).toMatchObject({ environment: 'dev', reachable: true });
    const { body: list } = await portal.get('otto', '/environments');
    expect(list.items).toMatchObject([
      {
        name: 'dev',
        embedded: true,
        configured: true,
        clusterId: 'cluster-dev',
        status: { reachable: true, brokers: 1 },
        actions: {
          edit: { allowed: false },
          sync: { allowed: true },
        },
      },
      { name: 'prod' },
    ]);
    expect(list.actions.create.allowed).toBe(false);
  });

  it('takes a team from an application to a topic with access', async () => {
    const application = await portal.submit('olga', 'kafka.application', {
      operation: 'create',
      name: 'orders',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/orders-api',
    });
    expect((await portal.approve('pat', application)).status).toBe(200);
    expect(await portal.ended('olga', application)).toMatchObject({
      execution: 'succeeded',
    });

    const instance = await portal.submit('olga', 'kafka.application-instance', {
      operation: 'create',
      application: 'orders',
      environment: 'dev',
      principals: ['User:orders'],
      patterns: [
        { type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' },
        { type: 'GROUP', pattern: 'PREFIXED', name: 'orders.' },
      ],
    });
    expect(await portal.ended('olga', instance)).toMatchObject({
      execution: 'succeeded',
    });

    const topic = await portal.submit('otto', 'kafka.topic', {
      operation: 'create',
      environment: 'dev',
      instance: 'orders@dev',
      name: 'orders.created',
    });
    expect(await portal.ended('otto', topic)).toMatchObject({
      execution: 'succeeded',
    });

    const { body: topics } = await portal.get('pia', '/topics?environment=dev');
    expect(topics).toMatchObject({
      total: 1,
      items: [
        {
          name: 'orders.created',
          phase: 'ready',
          instance: 'orders@dev',
          ownerRef: 'group:default/orders',
          partitions: 2,
        },
      ],
    });
    const { body: detail } = await portal.get(
      'otto',
      '/topics/dev/orders.created',
    );
    expect(detail).toMatchObject({ live: true, drift: [] });
    const { body: shown } = await portal.get('olga', '/applications/orders');
    expect(shown).toMatchObject({
      mine: true,
      environments: ['dev'],
      topics: 1,
      instances: [{ id: 'orders@dev', usage: { topics: 1, partitions: 2 } }],
    });
  });
});

describeWithCluster('the plugin alone', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ alone: true });
  });
  afterAll(() => portal?.stop());

  it('lets owners ask and administrators decide', async () => {
    const create = {
      operation: 'create',
      name: 'orders',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/orders-api',
    };
    await expect(
      portal.submit('pia', 'kafka.application', create),
    ).rejects.toThrow('kafka-not-owner');
    const application = await portal.submit(
      'olga',
      'kafka.application',
      create,
    );
    expect((await portal.approve('olga', application)).status).toBe(403);
    expect((await portal.approve('pat', application)).status).toBe(200);
    expect(await portal.ended('olga', application)).toMatchObject({
      execution: 'succeeded',
    });
    const instance = await portal.submit('otto', 'kafka.application-instance', {
      operation: 'create',
      application: 'orders',
      environment: 'prod',
      principals: ['User:orders'],
      patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
    });
    expect(instance).toMatchObject({ decision: 'pending' });
    expect((await portal.approve('pat', instance)).status).toBe(200);
    expect(await portal.ended('otto', instance)).toMatchObject({
      execution: 'succeeded',
    });
  });

  it('shows a password once, to whoever asked for it', async () => {
    const credential = await portal.submit('otto', 'kafka.credential', {
      operation: 'create',
      environment: 'prod',
      instance: 'orders@prod',
      username: 'orders',
    });
    await portal.approve('pat', credential);
    expect(await portal.ended('otto', credential)).toMatchObject({
      execution: 'succeeded',
    });
    const take = (who: string) =>
      portal.post(who, `/passwords/${credential.id}`);
    const { body: list } = await portal.get('otto', '/credentials');
    expect(list.items).toMatchObject([
      { username: 'orders', application: 'orders', passwordWaiting: true },
    ]);
    expect((await take('olga')).status).toBe(404);
    expect((await take('pat')).status).toBe(404);
    const shown = await take('otto');
    expect(shown.headers['cache-control']).toBe('no-store');
    const { password, ...rest } = shown.body;
    expect(rest).toEqual({
      environment: 'prod',
      username: 'orders',
      mechanism: 'SCRAM-SHA-512',
    });
    expect(password.length).toBeGreaterThan(20);
    expect((await take('otto')).status).toBe(404);
    // Nowhere else, ever.
    for (const path of [
      `/requests/${credential.id}`,
      `/requests/${credential.id}/events`,
      `/requests/${credential.id}/logs`,
      '/credentials',
      '/requests/export?format=ndjson',
    ]) {
      const { text } = await portal.get('pat', path);
      expect([path, text.includes(password)]).toEqual([path, false]);
    }
  });
});
