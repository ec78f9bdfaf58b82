// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A real server on the loopback says what arrived; only the test knows Node.js, the client does not.
// eslint-disable-next-line no-restricted-imports
import { createServer, type Server } from 'node:http';
// eslint-disable-next-line no-restricted-imports
import type { AddressInfo } from 'node:net';
import { listRequestsSchema, requestFiltersSchema } from '../schemas';
import { RequestsClient } from '.';

interface Arrived {
  method?: string;
  url?: string;
  authorization?: string;
  contentType?: string;
  body?: unknown;
}

interface Route {
  call(requests: RequestsClient): Promise<unknown>;
  method?: string;
  path: string;
  body?: object;
}

const planDigest = '0'.repeat(64);
const guarded = globalThis.fetch;
let server: Server;
let client: RequestsClient;
let arrived: Arrived[];
let answer: { status: number; body: unknown };

beforeAll(async () => {
  // Calls of tests are refused as long as this is the original; ours stay on the loopback.
  globalThis.fetch = (input, init) => guarded(input, init);
  server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    arrived.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.authorization,
      contentType: request.headers['content-type'],
      body: text ? JSON.parse(text) : undefined,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  client = RequestsClient.create({
    discovery: {
      getBaseUrl: async pluginId => `http://127.0.0.1:${port}/api/${pluginId}`,
    },
    fetch: globalThis.fetch,
    pluginId: 'self-service',
  });
});

afterAll(async () => {
  globalThis.fetch = guarded;
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

beforeEach(() => {
  arrived = [];
  answer = { status: 200, body: { ok: true } };
});

const queryOf = ({ url }: Arrived) =>
  new URL(url ?? '', 'http://portal.test').searchParams;

/** As the routers of the backend read it: repeated names become lists. */
const parsedQuery = (one: Arrived) => {
  const query = queryOf(one);
  return Object.fromEntries(
    [...new Set(query.keys())].map(name => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
};

describe('RequestsClient', () => {
  const decide = { planDigest, comment: 'ok' };
  const preview = { kind: 'x', payload: {} };
  const create = { kind: 'change', payload: {}, idempotencyKey: 'k' };
  const revise = { payload: { a: 1 }, rowVersion: 2 };

  it.each<Route>([
    {
      call: c => c.preview(preview),
      method: 'POST',
      path: '/preview',
      body: preview,
    },
    { call: c => c.create(create), method: 'POST', path: '', body: create },
    { call: c => c.list(), path: '' },
    { call: c => c.counts(), path: '/counts' },
    { call: c => c.get('one'), path: '/one' },
    {
      call: c => c.submit('one'),
      method: 'POST',
      path: '/one/submit',
      body: {},
    },
    {
      call: c => c.discard('one'),
      method: 'POST',
      path: '/one/discard',
      body: {},
    },
    {
      call: c => c.revise('one', revise),
      method: 'POST',
      path: '/one/revise',
      body: revise,
    },
    {
      call: c => c.approve('one', decide),
      method: 'POST',
      path: '/one/approve',
      body: decide,
    },
    {
      call: c => c.reject('one', decide),
      method: 'POST',
      path: '/one/reject',
      body: decide,
    },
    {
      call: c => c.requestChanges('one', decide),
      method: 'POST',
      path: '/one/request-changes',
      body: decide,
    },
    {
      call: c => c.cancel('one'),
      method: 'POST',
      path: '/one/cancel',
      body: {},
    },
    {
      call: c => c.cancel('one', { comment: 'x' }),
      method: 'POST',
      path: '/one/cancel',
      body: { comment: 'x' },
    },
    { call: c => c.retry('one'), method: 'POST', path: '/one/retry', body: {} },
    {
      call: c => c.comment('one', { text: 'hi' }),
      method: 'POST',
      path: '/one/comment',
      body: { text: 'hi' },
    },
    { call: c => c.comments('one'), path: '/one/comments' },
    { call: c => c.events('one'), path: '/one/events' },
    { call: c => c.logs('one'), path: '/one/logs' },
    { call: c => c.logs('one', { after: 0 }), path: '/one/logs?after=0' },
    { call: c => c.verify(), path: '/verify' },
    { call: c => c.me(), path: '/me' },
  ])('calls $path', async ({ call, method = 'GET', path, body }) => {
    expect(await call(client)).toEqual({ ok: true });
    expect(arrived).toEqual([
      {
        method,
        url: `/api/self-service/requests${path}`,
        authorization: undefined,
        contentType: body ? 'application/json' : undefined,
        body,
      },
    ]);
  });

  it('sends the token that it is given, and none of its own', async () => {
    await client.get('one', { token: 'secret' });
    await client.submit('one', { token: 'secret' });
    await client.submit('one');
    expect(arrived.map(({ authorization }) => authorization)).toEqual([
      'Bearer secret',
      'Bearer secret',
      undefined,
    ]);
  });

  it('lets no id reach another route', async () => {
    await client.get('../../secrets?x=1#y');
    await client.approve('a/b', { planDigest });
    expect(arrived.map(({ url }) => url)).toEqual([
      '/api/self-service/requests/..%2F..%2Fsecrets%3Fx%3D1%23y',
      '/api/self-service/requests/a%2Fb/approve',
    ]);

    for (const id of ['', '.', '..']) {
      for (const call of [
        client.get(id),
        client.approve(id, { planDigest }),
        client.comments(id),
        client.events(id),
        client.logs(id),
      ]) {
        await expect(call).rejects.toMatchObject({
          code: 'request-id-invalid',
          name: 'InputError',
        });
      }
    }
    expect(arrived).toHaveLength(2);
  });

  it('sends filters so that the backend reads what was meant', async () => {
    const filters = {
      decision: ['pending' as const, 'approved' as const],
      resource: ['live:/a,b & c', 'topic=ä+1'],
      owner: ['group:default/a'],
      waitingForMe: true,
      mine: false,
      text: '100% of "it" & more',
      since: '2026-11-22T10:00:00.000Z',
      kind: undefined,
      execution: [],
    };
    await client.list({
      ...filters,
      limit: 5,
      order: 'oldest',
      cursor: 'a+b=',
    });
    await client.counts(filters);

    const { kind, execution, ...meant } = filters;
    expect(listRequestsSchema.parse(parsedQuery(arrived[0]))).toEqual({
      ...meant,
      limit: 5,
      order: 'oldest',
      cursor: 'a+b=',
    });
    expect(requestFiltersSchema.parse(parsedQuery(arrived[1]))).toEqual(meant);
  });

  it('rejects with what the backend says, code and details included', async () => {
    answer = {
      status: 409,
      body: {
        error: {
          name: 'ConflictError',
          message: 'The plan has changed.',
          code: 'plan-changed',
          details: { current: { planDigest: 'x' } },
        },
        request: { method: 'POST', url: '/' },
        response: { statusCode: 409 },
      },
    };
    await expect(client.approve('one', { planDigest })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: {
        name: 'ConflictError',
        message: 'The plan has changed.',
        code: 'plan-changed',
        details: { current: { planDigest: 'x' } },
      },
    });
    await expect(client.export({ format: 'csv' })).rejects.toMatchObject({
      statusCode: 409,
    });
  });

  it('hands an export over as it comes', async () => {
    answer = { status: 200, body: '{"number":1}\n{"number":2}\n' };
    const stream = await client.export({ format: 'ndjson', mine: true });
    expect(await new Response(stream).text()).toBe(answer.body);
    expect(arrived[0].url).toBe(
      '/api/self-service/requests/export?format=ndjson&mine=true',
    );
  });

  it('stops when the caller does', async () => {
    const signal = AbortSignal.abort(new Error('left the page'));
    await expect(client.get('one', { signal })).rejects.toThrow();
    expect(arrived).toEqual([]);
  });
});
