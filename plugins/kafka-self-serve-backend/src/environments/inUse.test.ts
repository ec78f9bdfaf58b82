// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// An environment that people ask things of, and applications with what is asked about them.
import { parse } from 'yaml';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';

jest.setTimeout(120_000);

const LAB = {
  name: 'lab',
  displayName: 'Lab',
  order: 5,
  environment: 'prod',
  store: 'kafka-prod',
  connection: 'spare',
  defaults: { partitions: 1, replicationFactor: 1 },
};

describeWithCluster('an environment in use', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
    const made = await portal.submit('olga', 'kafka.application', {
      operation: 'create',
      name: 'orders',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/orders-api',
    });
    await portal.approve('pat', made);
    await portal.ended('olga', made);
    const instance = await portal.submit('olga', 'kafka.application-instance', {
      operation: 'create',
      application: 'orders',
      environment: 'prod',
      principals: ['User:orders'],
      patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
    });
    await portal.approve('dan', instance);
    await portal.ended('olga', instance);
  });
  afterAll(() => portal?.stop());

  const askTopic = (name: string, more: object = {}) =>
    portal.submit('olga', 'kafka.topic', {
      operation: 'create',
      environment: 'prod',
      instance: 'orders@prod',
      name,
      ...more,
    });

  it('shows the tier that the policy gives it', async () => {
    const { body } = await portal.get('gus', '/environments');
    expect(body.items.map(({ name, tier }: any) => [name, tier])).toEqual([
      ['dev', 'nonprod'],
      ['prod', 'prod'],
    ]);
    const { body: one } = await portal.get('gus', '/environments/dev');
    expect(one.tier).toBe('nonprod');
  });

  it('is deleted only when nothing is asked of it, once', async () => {
    expect((await portal.post('pat', '/environments', LAB)).status).toBe(201);
    const asked = await portal.submit('olga', 'kafka.application-instance', {
      operation: 'create',
      application: 'orders',
      environment: 'lab',
      principals: ['User:lab'],
      patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
    });
    const remove = () => portal.send('pat', 'delete', '/environments/lab');
    const refused = await remove();
    expect({ status: refused.status, ...refused.body.error }).toMatchObject({
      code: 'environment-not-empty',
      message: expect.stringContaining('1 open request'),
    });
    expect((await portal.get('pat', '/environments/lab')).status).toBe(200);

    await portal.post('olga', `/requests/${asked.id}/cancel`);
    const both = await Promise.all([remove(), remove()]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
  });

  it('is exported by administrators, as the configuration takes it', async () => {
    const { status, text } = await portal.get('pat', '/definitions');
    expect(status).toBe(200);
    const { environments, policies } = parse(text).kafkaSelfServe;
    expect(policies).toEqual([]);
    expect(environments.map(({ name }: any) => name)).toEqual(['dev', 'prod']);
    expect(environments[0]).toEqual({
      name: 'dev',
      displayName: 'dev',
      order: 0,
      environment: 'dev',
      store: 'kafka-dev',
      connection: 'dev',
      schemaRegistry: 'dev',
      defaults: { partitions: 2, replicationFactor: 1, configs: {} },
      limits: {},
      policyRefs: [],
    });
  });

  it('has applications that show what is asked about their topics, made or not', async () => {
    const openOf = async (name: string) => {
      const { body } = await portal.get('olga', `/applications/${name}`);
      return body.openRequests.map(({ id }: any) => id);
    };
    expect(await openOf('orders')).toEqual([]);
    const created = await askTopic('orders.created');
    expect(await openOf('orders')).toEqual([created.id]);

    await portal.approve('dan', created);
    await portal.ended('olga', created);
    expect(await openOf('orders')).toEqual([]);
    const change = await portal.submit('olga', 'kafka.topic', {
      operation: 'partitions',
      environment: 'prod',
      name: 'orders.created',
      partitions: 4,
    });
    expect(await openOf('orders')).toEqual([change.id]);
    await portal.post('olga', `/requests/${change.id}/cancel`);
  });

  it('finds topics by the labels that were asked for', async () => {
    const asked = await askTopic('orders.labelled', {
      labels: { 'acme.example/domain': 'sales', pii: '' },
    });
    expect(asked.view.fields).toContainEqual({
      path: 'topic orders.labelled / labels.acme.example/domain',
      after: 'sales',
    });
    await portal.approve('dan', asked);
    await portal.ended('olga', asked);
    const found = async (label: string) => {
      const query = new URLSearchParams({ label });
      const { body } = await portal.get('olga', `/topics?${query}`);
      return body.items.map(({ name }: any) => name);
    };
    for (const label of ['pii', 'acme.example/domain=sales']) {
      expect([label, await found(label)]).toEqual([label, ['orders.labelled']]);
    }
    expect(await found('acme.example/domain=stock')).toEqual([]);
    expect(await found('orders.labelled')).toEqual([]);

    const { body } = await portal.post('olga', '/requests/preview', {
      kind: 'kafka.topic',
      payload: {
        operation: 'create',
        environment: 'prod',
        instance: 'orders@prod',
        name: 'orders.wrong',
        labels: { 'Not A Key': 'x' },
      },
    });
    expect(body.error.code).toBe('request-payload-invalid');
  });
});
