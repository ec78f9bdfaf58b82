// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { SelfServiceClient } from './SelfServiceClient';

// The package is for browsers too, where tests may open no socket: the calls stop at the fetch API, which answers with
// real Responses.
const answers: { status: number; body: unknown }[] = [];
const seen: Request[] = [];

const client = SelfServiceClient.create({
  discoveryApi: {
    getBaseUrl: async pluginId => `http://portal.test/api/${pluginId}`,
  },
  fetchApi: {
    fetch: async (input, init) => {
      seen.push(new Request(input, init));
      const { status, body } = answers.shift()!;
      return new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      });
    },
  },
});

beforeEach(() => {
  answers.length = 0;
  seen.length = 0;
});

describe('SelfServiceClient', () => {
  const request = {
    repoUrl: 'local?owner=acme&repo=infrastructure-live',
    files: [{ path: 'a/b', content: 'c' }],
    title: 'Order a database',
    idempotencyKey: 'task-1/step-1',
  };

  it('tells a new change from one that the key already named', async () => {
    answers.push({ status: 201, body: { id: 'x' } });
    answers.push({ status: 200, body: { id: 'x' } });

    const first = await client.createChange(request, { token: 'secret' });
    const second = await client.createChange(request, { token: 'secret' });

    expect(first).toEqual({ change: { id: 'x' }, created: true });
    expect(second).toEqual({ change: { id: 'x' }, created: false });
    expect(seen[0].method).toBe('POST');
    expect(seen[0].url).toBe('http://portal.test/api/self-service/changes');
    expect(seen[0].headers.get('authorization')).toBe('Bearer secret');
    expect(await seen[0].json()).toEqual(request);
  });

  it('sends no authorization of its own without a token', async () => {
    answers.push({ status: 200, body: { diff: '' } });
    await client.previewChange(request);
    expect(new URL(seen[0].url).pathname).toBe(
      '/api/self-service/changes/preview',
    );
    expect(seen[0].headers.has('authorization')).toBe(false);
  });

  it('escapes what goes into the path and the query', async () => {
    answers.push({ status: 200, body: {} });
    answers.push({ status: 200, body: {} });
    answers.push({ status: 200, body: { items: [], nextCursor: 'n' } });
    answers.push({ status: 200, body: { items: [] } });

    await client.getChange('../policy');
    await client.getModule('a/b');
    await client.listChanges({ cursor: 'a&b', limit: 5 });
    await client.listChanges();

    expect(
      seen.map(call => call.url.slice('http://portal.test'.length)),
    ).toEqual([
      '/api/self-service/changes/..%2Fpolicy',
      '/api/self-service/modules/a%2Fb',
      '/api/self-service/changes?cursor=a%26b&limit=5',
      '/api/self-service/changes',
    ]);
  });

  it('answers the modules of the list', async () => {
    answers.push({ status: 200, body: { items: [{ name: 'network' }] } });
    await expect(client.listModules()).resolves.toEqual([{ name: 'network' }]);
  });

  it('rejects with the words and the code of the server', async () => {
    answers.push({
      status: 403,
      body: {
        error: { name: 'NotAllowedError', message: 'Not you', code: 'denied' },
        response: { statusCode: 403 },
      },
    });
    await expect(client.getChange('x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError', message: 'Not you', code: 'denied' },
    });
  });
});
