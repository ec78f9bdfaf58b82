// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { failureOf } from '../contract/failureOf';
import { Secret } from '../config/Secret';
import { isOutcomeUnknown } from '../errors';
import { ConfluentSchemaRegistry } from './ConfluentSchemaRegistry';

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A registry that behaves as no real one can be made to. */
async function registryThat(answer: http.RequestListener) {
  const server = http.createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const open = (url: string, timeout = 5000) =>
  ConfluentSchemaRegistry.create({
    cluster: 'prod',
    registry: { url, username: 'portal', password: Secret.create('hidden') },
    timeout,
  });
const refusing =
  (status: number, body: string): http.RequestListener =>
  (_, response) => {
    response.writeHead(status).end(body);
  };
const SCHEMA = { format: 'AVRO', schema: '"string"' } as const;

describe('ConfluentSchemaRegistry', () => {
  it('signs in with every request', async () => {
    const seen: (string | undefined)[] = [];
    const url = await registryThat((request, response) => {
      seen.push(request.headers.authorization);
      response.end('[]');
    });
    await open(url).listSubjects();
    expect(seen).toEqual([
      `Basic ${Buffer.from('portal:hidden').toString('base64')}`,
    ]);
  });

  it('takes its credentials nowhere else', async () => {
    const elsewhere = jest.fn();
    const other = await registryThat((_, response) => {
      elsewhere();
      response.end('[]');
    });
    const url = await registryThat((_, response) => {
      response.writeHead(302, { location: other }).end();
    });
    expect((await failureOf(open(url).listSubjects())).code).toBe(
      'registry-unreachable',
    );
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it.each([
    [401, 'Unauthorized', 'registry-authentication-failed'],
    [403, '{"error_code":403,"message":"Denied."}', 'registry-not-authorized'],
    [
      500,
      '{"error_code":50001,"message":"Error in the backend"}',
      'registry-failed',
    ],
    [502, '<html>Bad gateway</html>', 'registry-failed'],
    [200, '<html>Sign in</html>', 'registry-failed'],
    [404, '<html>Not found</html>', 'registry-unsupported'],
    [422, '{"error_code":42299,"message":"No"}', 'registry-refused'],
  ])('says what %s %s means', async (status, body, code) => {
    const url = await registryThat(refusing(status, body));
    const failure = await failureOf(open(url).listSubjects());
    expect(failure.code).toBe(code);
    expect(inspect(failure, { depth: 9 })).not.toContain('hidden');
  });

  it('gives up on one that does not answer, and says when it may have been done', async () => {
    const url = await registryThat(() => {});
    const registry = open(url, 50);
    const reading = await failureOf(registry.listSubjects());
    expect(reading.code).toBe('registry-unreachable');
    expect(reading.message).toContain('it took longer than 50 ms');
    expect(isOutcomeUnknown(reading)).toBe(false);
    const writing = await failureOf(registry.register('orders', SCHEMA));
    expect(writing.code).toBe('registry-answer-lost');
    expect(isOutcomeUnknown(writing)).toBe(true);
  });

  it('names one that is not there', async () => {
    const url = await registryThat(() => {});
    const [server] = servers.splice(0);
    server.close();
    await once(server, 'close');
    const failure = await failureOf(open(url).register('orders', SCHEMA));
    expect(failure.code).toBe('registry-unreachable');
    expect(failure.message).toContain('The schema registry of "prod"');
    expect(isOutcomeUnknown(failure)).toBe(false);
  });
});
