// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { signatureOf } from '@fairway/requests-node';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { HookServer } from '../__testUtils__/HookServer';
import { readReceivers } from '../receivers/readReceivers';
import type { WebhookReceiver } from '../receivers/types';
import { isPublic, type LookUp } from './callOut';
import { webhookTransport } from './webhook';

const NOW = new Date('2026-06-01T10:00:00Z');

function receiverOf(config: JsonObject): WebhookReceiver {
  const [receiver] = readReceivers(
    new ConfigReader({
      selfService: { dispatch: { api: { type: 'webhook', ...config } } },
    }),
  );
  return receiver as WebhookReceiver;
}

const leadsTo =
  (...addresses: string[]): LookUp =>
  (_hostname, _options, callback) =>
    callback(
      null,
      addresses.map(address => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })),
    );

describe('a webhook', () => {
  let hook: HookServer;

  beforeEach(async () => {
    hook = await new HookServer().start();
  });
  afterEach(() => hook.stop());

  const send = (
    config: JsonObject,
    options: { values?: JsonObject; lookUp?: LookUp } = {},
  ) =>
    webhookTransport({ lookUp: options.lookUp }).send({
      receiver: receiverOf({ url: `${hook.url}/`, ...config }),
      key: 'request-1.1',
      requestId: 'request-1',
      attempt: 1,
      targetRef: 'dev/payments-api',
      values: { values: options.values ?? {}, target: { environment: 'dev' } },
      now: NOW,
      signal: new AbortController().signal,
    });

  it('maps method, address, headers and body, and signs what it sends', async () => {
    const result = await send(
      {
        allowPrivate: true,
        method: 'PUT',
        url: `${hook.url}/v1/{{ values.name }}/scale?why={{ values.why }}`,
        headers: {
          authorization: 'Token abc',
          'x-env': '{{ target.environment }}',
        },
        body: {
          replicas: '{{ values.count }}',
          text: 'For {{ values.name }}, {{ values.nothing }}',
          absent: '{{ values.nothing }}',
          list: ['{{ values.name }}', '{{ values.nothing }}'],
        },
        secret: 'shared',
      },
      { values: { name: 'a/b c', why: 'x&y=1', count: 3 } },
    );
    expect(result).toEqual({ status: 'taken' });
    const [call] = hook.calls;
    expect(call).toMatchObject({
      method: 'PUT',
      path: '/v1/a%2Fb%20c/scale?why=x%26y%3D1',
      body: { replicas: 3, text: 'For a/b c, ', list: ['a/b c'] },
      headers: {
        authorization: 'Token abc',
        'x-env': 'dev',
        'content-type': 'application/json',
        'idempotency-key': 'request-1.1',
        'x-fairway-id': 'request-1.1',
      },
    });
    expect(call.body).not.toHaveProperty('absent');
    const timestamp = String(call.headers['x-fairway-timestamp']);
    expect(timestamp).toBe(String(NOW.getTime() / 1000));
    expect(call.headers['x-fairway-signature']).toBe(
      signatureOf({ secret: 'shared', timestamp, body: call.raw }),
    );
  });

  it.each(['..', '.', ''])(
    'calls nothing outside of its path: "%s"',
    async name => {
      const url = `${hook.url}/jobs/{{ values.name }}/run`;
      expect(
        await send({ allowPrivate: true, url }, { values: { name } }),
      ).toMatchObject({ code: 'dispatch-refused', final: true });
      expect(hook.calls).toEqual([]);
    },
  );

  it('lets no value begin another header', async () => {
    const headers = { 'x-name': '{{ values.name }}' };
    expect(
      await send(
        { allowPrivate: true, headers },
        { values: { name: 'a\r\nx-admin: yes' } },
      ),
    ).toMatchObject({ code: 'dispatch-refused' });
    expect(hook.calls).toEqual([]);
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['fd00::1'],
    ['::ffff:192.168.0.1'],
    ['64:ff9b::a00:1'],
    ['100.64.0.1'],
    ['93.184.216.34', '10.0.0.1'],
  ])('connects to no address of a private network: %s %s', async (...to) => {
    expect(to.every(isPublic)).toBe(false);
    expect(
      await send(
        { url: 'https://api.example/' },
        { lookUp: leadsTo(...(to as string[])) },
      ),
    ).toMatchObject({
      status: 'not-taken',
      final: true,
      message: expect.stringContaining('no public address'),
    });
  });

  it('connects to no private address that is written as one', async () => {
    for (const host of ['127.0.0.1', '[::1]', '2130706433', '0x7f.1']) {
      expect(await send({ url: `https://${host}/` })).toMatchObject({
        message: expect.stringContaining('no public address'),
      });
    }
  });

  it('connects to the address that was looked at', async () => {
    const url = `http://anything.example:${hook.port}/`;
    const lookUp = leadsTo('127.0.0.1');
    expect(await send({ url, allowPrivate: true }, { lookUp })).toEqual({
      status: 'taken',
    });
    expect(hook.calls).toHaveLength(1);
  });

  it('leaves open what came of an error of the server', async () => {
    hook.status = 500;
    await expect(send({ allowPrivate: true })).rejects.toThrow(/with 500/);
    hook.status = 503;
    expect(await send({ allowPrivate: true })).toMatchObject({
      status: 'not-taken',
      final: false,
    });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['http without allowPrivate', { url: 'http://a.test/' }, /no https/],
    [
      'a host of a value',
      { url: 'https://{{ values.x }}.test/' },
      /no address|host/,
    ],
    [
      'a token in the address',
      { url: 'https://a.test/{{ report.token }}' },
      /belong/,
    ],
    ['an unknown place', { body: { a: '{{ secrets.x }}' } }, /names nothing/],
    [
      'a value that is not declared',
      { values: { a: {} }, body: '{{ values.b }}' },
      /none of its values/,
    ],
    [
      'a header of ours',
      { headers: { 'X-Fairway-Signature': 'a' } },
      /no header/,
    ],
    ['a method', { method: 'GET' }, /"GET" is none of/],
    [
      'a sign-in in the address',
      { url: 'https://a:b@a.test/' },
      /name or password/,
    ],
  ])('is not configured with %s', (_, config, words) => {
    expect(() => receiverOf({ url: 'https://a.test/', ...config })).toThrow(
      words,
    );
  });

  it('has another digest with another configuration, and not with another secret', () => {
    const digestOf = (config: JsonObject) =>
      receiverOf({ url: 'https://a.test/', ...config }).digest;
    const first = digestOf({ secret: 'one', headers: { a: '1' } });
    expect(digestOf({ secret: 'two', headers: { a: '2' } })).toBe(first);
    expect(digestOf({ headers: { a: '1' }, body: { b: 1 } })).not.toBe(first);
    expect(digestOf({ headers: { b: '1' } })).not.toBe(first);
  });
});
