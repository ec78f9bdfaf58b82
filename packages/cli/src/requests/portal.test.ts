// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inPortalsWords, requestsOf } from './portal';

describe('the requests of a portal', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    // As the front end of a portal does.
    server = createServer((_, response) =>
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end('<!DOCTYPE html>'),
    );
    await new Promise<void>(listening => {
      server.listen(0, '127.0.0.1', listening);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise(closed => server.close(closed)));

  const ask = (
    what: 'verify' | 'export',
    token: string,
  ): Promise<Error | undefined> => {
    const options = { url, token, plugin: 'self-service' };
    const { client, call } = requestsOf(options);
    const calls = {
      verify: () => client.verify(call),
      export: () => client.export({ format: 'ndjson' }, call),
    };
    return inPortalsWords<unknown>(options, calls[what]).then(
      () => undefined,
      error => error,
    );
  };

  it.each(['verify', 'export'] as const)(
    'takes a web page for no answer: %s',
    async what => {
      expect((await ask(what, 'a'))?.message).toBe(
        `The portal at "${url}" does not answer (a web page came instead). Check the address, which is the backend's.`,
      );
    },
  );

  it('does not print a token that cannot be sent', async () => {
    const message = (await ask('verify', 'first\nsecond'))?.message;
    expect(message).toContain('…');
    expect(message).not.toMatch(/first|second/);
  });
});
