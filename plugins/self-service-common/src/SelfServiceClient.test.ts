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
  it('escapes what goes into the path', async () => {
    answers.push({ status: 200, body: {} });
    await client.getModule('a/b', { token: 'secret' });
    expect(seen[0].url).toBe(
      'http://portal.test/api/self-service/modules/a%2Fb',
    );
    expect(seen[0].headers.get('authorization')).toBe('Bearer secret');
  });

  it('sends no authorization of its own without a token', async () => {
    answers.push({ status: 200, body: { items: [] } });
    await client.listModules();
    expect(seen[0].headers.has('authorization')).toBe(false);
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
    await expect(client.getModule('x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
      cause: { name: 'NotAllowedError', message: 'Not you', code: 'denied' },
    });
  });
});
