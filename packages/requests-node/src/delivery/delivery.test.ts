// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { OutboxMessage } from '../store/types';
import { createDelivery, requestChannel } from './createDelivery';
import type { News } from './types';
import { WebhookSender, type WebhookTarget } from './WebhookSender';

const NEWS: News = {
  event: 'failed',
  requestId: 'id-1',
  number: 12,
  kind: 'change',
  title: 'Order a database',
  requesterRef: 'user:default/pia',
  environmentRef: 'prod',
  actorRef: 'system',
  detail: 'terraform apply ended with 1',
  recipientRefs: ['user:default/pia'],
  excludeRefs: [],
};

const message = (channel: string, payload: object = NEWS): OutboxMessage => ({
  id: `message-${channel}`,
  requestId: 'id-1',
  channel,
  payload: payload as JsonObject,
  attempts: 1,
  dueAt: new Date(),
});

/** A receiver of webhooks on loopback. */
async function receiver(answer: () => { status: number; location?: string }) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', text => (body += text));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      const { status, location } = answer();
      response.writeHead(status, location ? { location } : {});
      response.end('thanks');
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    close: () => new Promise(done => server.close(done)),
  };
}

const sender = (targets: WebhookTarget[]) =>
  WebhookSender.create({
    targets,
    urlOf: id => `https://portal.example/self-service/requests/${id}`,
    clock: () => new Date('2026-06-01T10:00:00Z'),
  });

describe('a webhook', () => {
  let status = 200;
  let location: string | undefined;
  let hook: Awaited<ReturnType<typeof receiver>>;

  beforeEach(async () => {
    status = 200;
    location = undefined;
    hook = await receiver(() => ({ status, location }));
  });

  afterEach(() => hook.close());

  it('says what happened in words that a chat shows, signed over its time and bytes', async () => {
    await sender([{ url: hook.url, secret: 'shared' }]).send(NEWS, {
      place: 0,
      messageId: 'm-1',
    });
    const [{ headers, body }] = hook.received;
    expect(JSON.parse(body)).toMatchObject({
      text: 'Request 12 "Order a database" failed (system): terraform apply ended with 1\nhttps://portal.example/self-service/requests/id-1',
      request: { requestId: 'id-1', environmentRef: 'prod', event: 'failed' },
    });
    const timestamp = headers['x-fairway-timestamp'];
    expect(timestamp).toBe('1780308000');
    expect(headers['x-fairway-id']).toBe('m-1');
    expect(headers['x-fairway-signature']).toBe(
      `v1,${createHmac('sha256', 'shared')
        .update(`${timestamp}.${body}`)
        .digest('hex')}`,
    );
  });

  it('tells nobody whom else it was told', async () => {
    await sender([{ url: hook.url }]).send(NEWS, { place: 0, messageId: 'm' });
    expect(hook.received[0].body).not.toContain('recipientRefs');
    expect(hook.received[0].headers['x-fairway-signature']).toBeUndefined();
  });

  it.each([500, 404, 302])('that answers %d is tried again', async code => {
    status = code;
    location = 'http://127.0.0.1:9/elsewhere';
    await expect(
      sender([{ url: hook.url }]).send(NEWS, { place: 0, messageId: 'm' }),
    ).rejects.toThrow();
    expect(hook.received).toHaveLength(1);
  });

  it('is for its environments and events', () => {
    const { length } = sender([
      { url: hook.url, environments: ['dev'] },
      { url: hook.url, events: ['approved'] },
    ]).targetsOf(NEWS);
    expect(length).toBe(0);
    const { environmentRef, ...anywhere } = NEWS;
    const targets = [
      { url: hook.url, environments: ['prod'] },
      { url: hook.url, events: ['failed'] },
      { url: hook.url },
    ];
    expect(sender(targets).targetsOf(NEWS)).toEqual([0, 1, 2]);
    expect(sender(targets).targetsOf(anywhere)).toEqual([1, 2]);
  });

  it('that is gone from the configuration holds up nothing', async () => {
    await sender([]).send(NEWS, { place: 3, messageId: 'm' });
    expect(hook.received).toEqual([]);
  });
});

describe('the outbox', () => {
  const auditor = mockServices.auditor.mock();
  const success = jest.fn();
  const sent: NotificationSendOptions[] = [];
  const published: object[] = [];
  const deliver = createDelivery({
    pluginId: 'self-service',
    notifications: { send: async options => void sent.push(options) },
    signals: { publish: async signal => void published.push(signal) },
    auditor,
    webhooks: sender([]),
    pathOf: id => `/self-service/requests/${id}`,
  });

  beforeEach(() => {
    sent.length = 0;
    published.length = 0;
    auditor.createEvent.mockResolvedValue({ success, fail: jest.fn() });
  });

  it('notifies with a link to the request, once for each event of it', async () => {
    await deliver(message('notification'));
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: ['user:default/pia'],
          excludeEntityRef: [],
        },
        payload: {
          title: 'Request 12 "Order a database" failed',
          description: 'terraform apply ended with 1',
          link: '/self-service/requests/id-1',
          severity: 'high',
          topic: 'self-service requests',
          scope: 'self-service:id-1:failed',
        },
      },
    ]);
    await deliver(message('notification', { ...NEWS, recipientRefs: [] }));
    expect(sent).toHaveLength(1);
  });

  it('tells every browser which request moved, and nothing of it', async () => {
    await deliver(message('signal', { requestId: 'id-1' }));
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: requestChannel('self-service'),
        message: { requestId: 'id-1' },
      },
    ]);
  });

  it("keeps the head of the chain in the auditor's log", async () => {
    const head = { requestId: 'id-1', sequence: 4, hash: 'f'.repeat(64) };
    await deliver(message('audit', head));
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'request-chain-head',
      severityLevel: 'medium',
      meta: head,
    });
    expect(success).toHaveBeenCalled();
  });

  it('lets a message go that no version here can send', async () => {
    await expect(deliver(message('pigeon'))).resolves.toBeUndefined();
  });
});
