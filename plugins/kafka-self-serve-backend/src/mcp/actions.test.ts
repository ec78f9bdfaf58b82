// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { EmbeddedCluster } from '@fairway/kafka-embedded';
import request from 'supertest';
import { type Portal, startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

const describeWithCluster =
  EmbeddedCluster.available().available || process.env.CI
    ? describe
    : describe.skip;

const ACTIONS = '/api/kafka-self-serve/.backstage/actions/v1/actions';
const TOPIC = {
  environment: 'prod',
  instance: 'orders@prod',
  name: 'orders.created',
};

describeWithCluster('the actions of the registry', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
    const application = await portal.submit('olga', 'kafka.application', {
      operation: 'create',
      name: 'orders',
      ownerRef: 'group:default/orders',
      componentRef: 'component:default/orders-api',
    });
    await portal.approve('pat', application);
    await portal.ended('olga', application);
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

  /** As the registry's own callers do: a plugin, on behalf of a person. */
  const authorization = (who: string) =>
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.user(`user:default/${who}`),
      targetPluginId: 'kafka-self-serve',
    });
  const invoke = async (who: string, name: string, input: object = {}) => {
    const { body } = await request(portal.backend.server)
      .post(`${ACTIONS}/kafka-self-serve:${name}/invoke`)
      .set('Authorization', authorization(who))
      .send(input);
    return body;
  };

  it('read and ask, and decide nothing', async () => {
    const { body } = await request(portal.backend.server)
      .get(ACTIONS)
      .set('Authorization', authorization('otto'));
    const names = body.actions.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual([
      'get-kafka-request',
      'list-kafka-environments',
      'list-kafka-topics',
      'preview-kafka-access',
      'preview-kafka-topic',
      'request-kafka-access',
      'request-kafka-topic',
    ]);
    const writing = body.actions.filter(
      ({ attributes }: { attributes: { readOnly: boolean } }) =>
        !attributes.readOnly,
    );
    expect(writing).toHaveLength(2);
  });

  it('show what the caller may see', async () => {
    const { output } = await invoke('otto', 'list-kafka-environments');
    expect(output.environments).toMatchObject([
      { name: 'dev' },
      { name: 'prod' },
    ]);
    const refused = jest.mocked(portal.permissions.authorizeConditional);
    const allowed = refused.getMockImplementation();
    refused.mockImplementation(async asked =>
      asked.map(() => ({ result: 'DENY' as never })),
    );
    try {
      const nothing = await invoke('otto', 'list-kafka-environments');
      expect(nothing).toEqual({ output: { environments: [] } });
    } finally {
      refused.mockImplementation(allowed);
    }
  });

  it('preview, ask once for a key, and follow a request to its end', async () => {
    const { output: preview } = await invoke(
      'otto',
      'preview-kafka-topic',
      TOPIC,
    );
    expect(preview.effects).toContain(
      'Create the topic orders.created with 2 partitions and 1 replica',
    );
    const wish = { ...TOPIC, submit: 'now', idempotencyKey: 'from-the-test' };
    const { output: asked } = await invoke('otto', 'request-kafka-topic', wish);
    expect(asked).toMatchObject({ decision: 'pending' });
    const again = await invoke('otto', 'request-kafka-topic', wish);
    expect(again.output.id).toBe(asked.id);

    expect((await portal.approve('otto', asked)).status).toBe(403);
    await portal.approve('dan', asked);
    await portal.ended('otto', asked);
    const { output: now } = await invoke('otto', 'get-kafka-request', {
      id: asked.id,
    });
    expect(now).toMatchObject({
      decision: 'approved',
      execution: 'succeeded',
      url: `http://portal.test/kafka/requests/${asked.id}`,
    });
    const { output: page } = await invoke('otto', 'list-kafka-topics', {
      environment: 'prod',
      query: 'created',
    });
    expect(page.topics).toMatchObject([
      { name: 'orders.created', owner: 'group:default/orders' },
    ]);
  });

  it('leave a draft unless it is to be submitted', async () => {
    const { output } = await invoke('otto', 'request-kafka-topic', {
      ...TOPIC,
      name: 'orders.later',
    });
    expect(output).toMatchObject({ decision: 'draft' });
  });

  it('are refused as on the pages, in the same words', async () => {
    const topic = { ...TOPIC, name: 'orders.others' };
    for (const name of ['preview-kafka-topic', 'request-kafka-topic']) {
      const { error } = await invoke('gus', name, topic);
      expect([name, error.message]).toEqual([
        name,
        expect.stringContaining('user:default/gus'),
      ]);
    }
    const wrong = await invoke('otto', 'preview-kafka-topic', {
      ...TOPIC,
      name: 'payments.mine',
    });
    expect(wrong.error.message).toContain('payments.mine');
    const access = await invoke('gus', 'preview-kafka-access', {
      environment: 'prod',
      grantee: 'orders@prod',
      access: 'PRODUCE',
      topic: 'orders.created',
    });
    expect(access.error).toBeDefined();
  });

  it('read no request of others', async () => {
    const { output } = await invoke('otto', 'request-kafka-topic', {
      ...TOPIC,
      name: 'orders.private',
    });
    const read = await invoke('gus', 'get-kafka-request', { id: output.id });
    expect(read.output).toBeUndefined();
    expect(read.error.message).toContain(
      '"user:default/gus" may not see request',
    );
  });
});
