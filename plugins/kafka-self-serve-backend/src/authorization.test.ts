// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every route of the plugin, for everybody who may come by.
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { TABLE, topicRequest, WHO } from './__testUtils__/authorizationTable';
import { routesOf } from './__testUtils__/routesOf';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { createRouter } from './router/createRouter';

jest.setTimeout(120_000);

const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

describeWithCluster('the routes', () => {
  let portal: Portal;
  let id: string;

  beforeAll(async () => {
    portal = await startPortal();
    const done = async (
      kind: string,
      payload: object,
      ...yes: string[]
    ): Promise<void> => {
      const made = await portal.submit('olga', kind, payload);
      for (const who of yes) await portal.approve(who, made);
      const { execution, failure } = await portal.ended('olga', made);
      if (execution !== 'succeeded') throw new Error(failure?.message);
    };
    for (const name of ['dev', 'prod']) {
      await portal.post('pat', `/environments/${name}/sync`);
    }
    await done(
      'kafka.application',
      {
        operation: 'create',
        name: 'orders',
        ownerRef: 'group:default/orders',
        componentRef: 'component:default/orders-api',
      },
      'pat',
    );
    await done(
      'kafka.application-instance',
      {
        operation: 'create',
        application: 'orders',
        environment: 'prod',
        principals: ['User:orders'],
        patterns: [
          { type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' },
          { type: 'GROUP', pattern: 'PREFIXED', name: 'orders.' },
        ],
      },
      'dan',
    );
    const topic = { ...topicRequest().payload, name: 'orders.a' };
    await done('kafka.topic', topic, 'dan');
    const open = await portal.submit('olga', 'kafka.topic', {
      ...topic,
      name: 'orders.b',
    });
    id = open.id;
  });

  afterAll(() => portal?.stop());

  it('all have a row', () => {
    const mounted = routesOf(createRouter({} as never));
    expect(mounted.sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(
    Object.entries(TABLE).flatMap(([route, { statuses }]) =>
      WHO.map((who, index) => [route, who, statuses[index]] as const),
    ),
  )('%s as %s: %i', async (route, who, expected) => {
    const [method, path] = route.split(' ');
    const row = TABLE[route];
    const { status, body } = await portal.send(
      who,
      method,
      (row.path ?? path).replace(':id', id),
      row.body?.() ?? (method === 'post' ? {} : undefined),
    );
    expect({ status, code: body?.error?.code }).toMatchObject({
      status: expected,
    });
  });
});
