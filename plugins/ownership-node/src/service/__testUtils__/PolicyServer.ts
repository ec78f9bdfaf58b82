// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BreakGlassGrant } from '@fairway/backstage-plugin-ownership-common';

/** A real HTTP server in the place of the ownership backend, which can be broken. */
export class PolicyServer {
  readonly requests: { authorization?: string; ifNoneMatch?: string }[] = [];
  text = '';
  /** Open break-glass grants. */
  grants: BreakGlassGrant[] = [];
  /** Answers with this instead, as a backend without a policy does. */
  refusal?: { code: string; message: string };
  /** Requests wait until it is resolved. */
  gate: Promise<void> = Promise.resolve();
  readonly #server: Server;
  #port = 0;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const { authorization, 'if-none-match': ifNoneMatch } = request.headers;
      this.requests.push({ authorization, ifNoneMatch });
      await this.gate;
      const grants = this.grants.map(({ id }) => id).join();
      const etag = `"tag of ${this.text.length}${grants}"`;
      if (this.refusal) {
        const error = { name: 'ServiceUnavailableError', ...this.refusal };
        response.writeHead(503, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error, response: { statusCode: 503 } }));
      } else if (ifNoneMatch === etag) {
        response.writeHead(304).end();
      } else {
        response.writeHead(200, { 'content-type': 'application/json', etag });
        response.end(
          JSON.stringify({
            revision: `revision of ${this.text.length}`,
            loadedAt: '2026-06-01T10:00:00Z',
            text: this.text,
            source: 'policy.yaml',
            grants: this.grants,
          }),
        );
      }
    });
  }

  /** Also again on the same port, as after a restart. */
  async start(): Promise<void> {
    const port = this.#port;
    await new Promise<void>(resolve => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async getBaseUrl(pluginId: string): Promise<string> {
    return `http://127.0.0.1:${this.#port}/api/${pluginId}`;
  }

  getExternalBaseUrl = this.getBaseUrl;
}
