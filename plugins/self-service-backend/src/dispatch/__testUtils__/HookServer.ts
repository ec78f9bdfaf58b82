// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Somebody's internal API on a loopback port, which writes down what it is told.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HookCall {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** As it was sent. */
  raw: string;
  body: any;
}

export class HookServer {
  readonly calls: HookCall[] = [];
  /** What it answers with. */
  status = 202;
  /** Hangs up instead of an answer. */
  hangsUp = false;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      this.calls.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        raw,
        body: raw && JSON.parse(raw),
      });
      if (this.hangsUp) request.socket.destroy();
      else {
        response.writeHead(this.status, { location: 'http://127.0.0.1:1/' });
        response.end('taken');
      }
    });
  });

  /** @param port - a free one if left out */
  async start(port = 0): Promise<this> {
    await new Promise<void>(resolve => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

/** A port on which nobody listens, for now. */
export async function freePort(): Promise<number> {
  const server = await new HookServer().start();
  const { port } = server;
  await server.stop();
  return port;
}
