// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { EmbeddedCluster } from '@fairway/kafka-embedded';
import { environmentInput } from '../__testUtils__/examples';
import {
  ENVIRONMENTS,
  type Portal,
  startPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(120_000);

const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

describeWithCluster('environments', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      settings: {
        clusters: {
          ...Object.fromEntries(
            ['dev', 'prod', 'spare'].map(name => [
              name,
              { embedded: true, clusterId: `cluster-${name}`, brokers: 1 },
            ]),
          ),
          // The same cluster by another name, and one that is not there.
          twin: { embedded: true, clusterId: 'cluster-dev', brokers: 1 },
          away: {
            bootstrapServers: ['127.0.0.1:1'],
            connectTimeout: 500,
            sasl: {
              mechanism: 'PLAIN',
              username: 'fairway',
              password: 'hush-hush',
            },
          },
        },
        environments: ENVIRONMENTS,
      },
    });
    for (const { name } of ENVIRONMENTS) {
      await portal.post('pat', `/environments/${name}/sync`);
    }
  });
  afterAll(() => portal?.stop());

  const create = (change?: object) =>
    portal.post('pat', '/environments', environmentInput(change));
  const codeOf = ({ body }: { body: { error?: { code?: string } } }) =>
    body.error?.code;

  it('are tested before they are made: what works, and what does not in words', async () => {
    const { body: good } = await portal.post('pat', '/environments/test', {
      connection: 'spare',
    });
    expect(good).toMatchObject({
      reachable: true,
      clusterId: 'cluster-spare',
      brokers: 1,
      registry: true,
      problems: [],
    });
    expect(good.checks.map((check: { state: string }) => check.state)).toEqual(
      Array(good.checks.length).fill('passed'),
    );
    const { body: away } = await portal.post('pat', '/environments/test', {
      connection: 'away',
    });
    expect(away).toMatchObject({
      reachable: false,
      checks: [{ name: 'brokers', state: 'failed' }],
    });
    const { body: twin } = await portal.post('pat', '/environments/test', {
      connection: 'twin',
    });
    expect(twin.problems).toMatchObject([
      { code: 'environment-cluster-taken' },
    ]);
    const unknown = await portal.post('pat', '/environments/test', {
      connection: 'none',
    });
    expect(unknown.body).toMatchObject({ reachable: false });
  });

  it('never show a secret', async () => {
    const answers = await Promise.all([
      portal.get('pat', '/connections'),
      portal.post('pat', '/environments/test', { connection: 'away' }),
      create({ connection: 'away' }),
    ]);
    for (const { text } of answers) expect(text).not.toContain('hush-hush');
    expect(answers[0].body.items).toContainEqual({
      name: 'away',
      embedded: false,
      bootstrapServers: ['127.0.0.1:1'],
      security: 'SASL PLAIN without TLS',
      schemaRegistry: false,
    });
  });

  it.each([
    [
      'the cluster of another',
      { connection: 'twin' },
      'environment-cluster-taken',
    ],
    [
      'a cluster that cannot prove which it is',
      { connection: 'away' },
      'kafka-environment-not-proved',
    ],
    ['the order of another', { order: 1 }, 'environment-order-taken'],
    [
      'a policy that is not there',
      { policyRefs: ['none'] },
      'kafka-environment-refused',
    ],
    [
      'a registry that is not there',
      { schemaRegistry: 'none' },
      'kafka-environment-refused',
    ],
    [
      'a store that the ownership policy lacks',
      { store: 'none' },
      'kafka-environment-refused',
    ],
    [
      'a store of another environment',
      { store: 'kafka-prod' },
      'kafka-environment-refused',
    ],
    [
      'a connection that is not there',
      { connection: 'none' },
      'kafka-connection-unknown',
    ],
    ['a field that there is none of', { secret: 'x' }, 'kafka-input-invalid'],
  ])('are refused with %s', async (_what, change, code) => {
    expect(codeOf(await create(change))).toBe(code);
    expect((await portal.get('pat', '/environments/lab')).status).toBe(404);
  });

  it('are made, changed on what was read, and deleted when they hold nothing', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'lab',
      clusterId: 'cluster-spare',
      status: { reachable: true },
      actions: { edit: { allowed: true } },
      rowVersion: 1,
    });
    const change = (more: object) =>
      portal.send('pat', 'put', '/environments/lab', environmentInput(more));
    const { body: changed } = await change({ displayName: 'L', rowVersion: 1 });
    expect(changed).toMatchObject({ displayName: 'L', rowVersion: 2 });
    expect(codeOf(await change({ rowVersion: 1 }))).toBe('kafka-row-moved');
    expect(codeOf(await change({ connection: 'twin' }))).toBe(
      'kafka-environment-refused',
    );

    const application = await portal.submit('olga', 'kafka.application', {
      operation: 'create',
      name: 'orders',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/orders-api',
    });
    await portal.approve('pat', application);
    await portal.ended('olga', application);
    const payload = { application: 'orders', environment: 'lab' };
    const instance = await portal.submit('olga', 'kafka.application-instance', {
      operation: 'create',
      ...payload,
      principals: ['User:orders'],
      patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
    });
    await portal.ended('olga', instance);
    const remove = () => portal.send('pat', 'delete', '/environments/lab');
    const refused = await remove();
    expect(codeOf(refused)).toBe('environment-not-empty');
    expect(refused.body.error.message).toContain('1 application instance');

    const end = await portal.submit('olga', 'kafka.application-instance', {
      operation: 'delete',
      ...payload,
    });
    await portal.ended('olga', end);
    expect((await remove()).status).toBe(204);
    expect((await portal.get('pat', '/environments/lab')).status).toBe(404);
  });

  it('are in the audit log when somebody changes them, also when that is refused', async () => {
    portal.auditor.createEvent.mockClear();
    await portal.post('otto', '/environments', environmentInput());
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'environment-mutate',
        meta: {
          actionType: 'create',
          environment: 'lab',
          user: 'user:default/otto',
        },
      }),
    );
  });

  it('are hidden where the permission policy shows none', async () => {
    portal.permissions.authorizeConditional.mockImplementation(async asked =>
      asked.map(({ permission }) =>
        permission.name === 'kafka-self-serve.environment.read'
          ? ({
              result: 'CONDITIONAL',
              pluginId: 'kafka-self-serve',
              resourceType: 'kafka-environment',
              conditions: {
                rule: 'IS_ENVIRONMENT',
                resourceType: 'kafka-environment',
                params: { values: ['dev'] },
              },
            } as never)
          : { result: 'ALLOW' as never },
      ),
    );
    const { body } = await portal.get('otto', '/environments');
    expect(body.items.map((each: { name: string }) => each.name)).toEqual([
      'dev',
    ]);
    for (const path of [
      '/environments/prod',
      '/topics?environment=prod',
      '/topics/prod/orders.a',
      '/files/export?environment=prod',
    ]) {
      const answer = await portal.get('otto', path);
      expect([path, codeOf(answer)]).toEqual([
        path,
        'kafka-environment-not-found',
      ]);
    }
  });
});
