// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a team keeps in files, and what goes from one environment into the next: over HTTP, on clusters of the portal.
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { describeWithCluster } from '../requests/__testUtils__/describeWithCluster';

jest.setTimeout(120_000);

const SCHEMA =
  '{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}]}';

describeWithCluster('files and promotions', () => {
  let portal: Portal;

  const done = async (kind: string, payload: object, ...yes: string[]) => {
    const made = await portal.submit('olga', kind, payload);
    for (const who of yes) await portal.approve(who, made);
    const { execution, failure } = await portal.ended('olga', made);
    if (execution !== 'succeeded') throw new Error(failure?.message);
  };

  beforeAll(async () => {
    portal = await startPortal();
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
    for (const environment of ['dev', 'prod']) {
      await done(
        'kafka.application-instance',
        {
          operation: 'create',
          application: 'orders',
          environment,
          principals: ['User:orders'],
          patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
        },
        ...(environment === 'prod' ? ['dan'] : []),
      );
    }
  });
  afterAll(() => portal?.stop());

  const plan = async (content: string, who = 'olga') => {
    const { body } = await portal.post(who, '/files/plan', {
      environment: 'dev',
      instance: 'orders@dev',
      content,
    });
    return body;
  };
  const FILE = `
topics:
  - { name: orders.created, partitions: 2, replicationFactor: 1, configs: { retention.ms: '1000' } }
subjects:
  - { name: orders.created-value, format: AVRO, schema: '${SCHEMA}' }
`;

  it('plan one request for all of a file, and nothing once it is applied', async () => {
    const planned = await plan(FILE);
    expect(planned).toMatchObject({
      outcome: 'planned',
      request: {
        kind: 'kafka.bundle',
        payload: {
          environment: 'dev',
          items: [
            { kind: 'kafka.topic', payload: { operation: 'create' } },
            { kind: 'kafka.subject', payload: { operation: 'register' } },
          ],
        },
      },
    });
    await done('kafka.bundle', planned.request.payload);
    const again = await plan(FILE);
    expect(again).toMatchObject({ outcome: 'planned', changes: [] });
    expect(again.request).toBeUndefined();

    const { text } = await portal.get(
      'olga',
      '/files/export?environment=dev&instance=orders%40dev',
    );
    const exported = await plan(text);
    expect([exported.outcome, exported.request]).toEqual([
      'planned',
      undefined,
    ]);
  });

  it('ask for what differs alone, and leave what is not named', async () => {
    const changed = await plan(
      'topics: [{ name: orders.created, partitions: 4, replicationFactor: 1 }]',
    );
    expect(
      changed.request.payload.items.map(({ payload }: any) => payload),
    ).toEqual([
      {
        operation: 'partitions',
        environment: 'dev',
        name: 'orders.created',
        partitions: 4,
      },
      {
        operation: 'config',
        environment: 'dev',
        name: 'orders.created',
        set: {},
        remove: ['retention.ms'],
      },
    ]);
    const nothing = await plan('topics: []');
    expect(nothing).toMatchObject({ outcome: 'planned', changes: [] });
  });

  it.each([
    [
      'partitions-decrease',
      'topics: [{ name: orders.created, partitions: 1, replicationFactor: 1 }]',
    ],
    [
      'file-acl-unknown',
      "acls: [{ type: topic, name: orders.created, principal: 'User:x', operation: read }]",
    ],
    [
      'replication-factor-change',
      'topics: [{ name: orders.created, partitions: 2, replicationFactor: 2 }]',
    ],
    ['payload-invalid', 'topics: {'],
    ['payload-invalid', 'topics: *none'],
    ['payload-invalid', 'topics: &it [*it]'],
    ['payload-invalid', 'topic: []'],
  ])('are refused with %s: %s', async (code, content) => {
    const refused = await plan(content);
    expect(refused).toMatchObject({ outcome: 'refused', codes: [code] });
    expect(refused.problems.length).toBeGreaterThan(0);
  });

  it('say what a promotion changes in the next environment, and change nothing', async () => {
    await done('kafka.topic', {
      operation: 'create',
      environment: 'dev',
      instance: 'orders@dev',
      name: 'orders.shipped',
      partitions: 3,
      configs: { 'retention.ms': '2000' },
    });
    const { body: diff } = await portal.post('olga', '/promotion-diff', {
      from: 'dev',
      topics: ['orders.shipped', 'orders.none'],
    });
    expect(diff).toMatchObject({
      from: 'dev',
      to: 'prod',
      problems: [{ code: 'promotion-source-missing' }],
    });
    const [shipped, none] = diff.items;
    expect(shipped).toMatchObject({
      source: { partitions: 3 },
      result: {
        partitions: 3,
        replicationFactor: 1,
        configs: { 'retention.ms': '2000' },
      },
      problems: [],
    });
    expect(shipped.target).toBeUndefined();
    expect(shipped.changes).toContainEqual({
      path: 'topic orders.shipped / partitions',
      after: '3',
    });
    expect(none.changes).toEqual([]);
    const there = await portal.get('olga', '/topics/prod/orders.shipped');
    expect(there.status).toBe(404);

    // Never fewer partitions than there are.
    await done(
      'kafka.topic',
      {
        operation: 'create',
        environment: 'prod',
        instance: 'orders@prod',
        name: 'orders.shipped',
        partitions: 6,
      },
      'dan',
    );
    const { body: next } = await portal.post('olga', '/promotion-diff', {
      from: 'dev',
      to: 'prod',
      topics: ['orders.shipped'],
    });
    expect(next.items[0]).toMatchObject({
      target: { partitions: 6 },
      result: { partitions: 6 },
    });
    expect(next.items[0].changes).toEqual([
      {
        path: 'topic orders.shipped / configs.retention.ms',
        after: '2000',
      },
    ]);
    const { body: back } = await portal.post('olga', '/promotion-diff', {
      from: 'prod',
      to: 'dev',
      topics: ['orders.shipped'],
    });
    expect(back.problems.map(({ code }: any) => code)).toEqual([
      'promotion-order',
    ]);
  });
});
