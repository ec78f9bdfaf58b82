// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A small proxy in front of the replicas, as a load balancer is: by turns to those that are ready. What could not be sent
// to one goes to another; what was cut off on the way is answered with 502, since nobody knows what became of it.
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_EVERY_MS = 250;
/** As the platforms do it: what does not answer in this time is not ready. */
const ANSWER_WITHIN_MS = 5_000;
const BAD_GATEWAY = 502;
const UNAVAILABLE = 503;

export interface Proxy {
  url: string;
  /** How many of the replicas are ready. */
  ready(): number;
  stop(): Promise<void>;
}

interface Upstream {
  url: string;
  ready: boolean;
}

export async function startProxy(options: {
  port: number;
  replicas: string[];
}): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const upstreams = options.replicas.map(
    (url): Upstream => ({ url, ready: false }),
  );
  let turn = 0;
  const next = (tried: Upstream[]) => {
    const open = upstreams.filter(one => one.ready && !tried.includes(one));
    turn += 1;
    return open[turn % open.length];
  };

  const look = async (upstream: Upstream) => {
    try {
      const { ok } = await fetch(
        `${upstream.url}/.backstage/health/v1/readiness`,
        { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) },
      );
      upstream.ready = ok;
    } catch {
      upstream.ready = false; // that is what it was asked for
    }
  };

  const send = (
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    tried: Upstream[] = [],
  ) => {
    const upstream = next(tried);
    if (!upstream) {
      outgoing.writeHead(UNAVAILABLE).end('No replica is ready');
      return;
    }
    const sent = request(
      new URL(incoming.url ?? '/', upstream.url),
      { method: incoming.method, headers: incoming.headers, agent },
      answer => {
        outgoing.writeHead(answer.statusCode ?? BAD_GATEWAY, answer.headers);
        answer.pipe(outgoing);
        answer.once('error', () => outgoing.destroy());
      },
    );
    sent.once('error', (error: NodeJS.ErrnoException) => {
      const refused = error.code === 'ECONNREFUSED';
      if (refused) upstream.ready = false;
      // A kept connection may end while nothing was sent on it; a read can be asked again in any case.
      if (refused || incoming.method === 'GET') {
        if (!outgoing.headersSent) {
          send(incoming, body, outgoing, [...tried, upstream]);
          return;
        }
      }
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(BAD_GATEWAY).end(error.message);
    });
    sent.end(body);
  };

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', chunk => chunks.push(chunk));
    incoming.once('end', () => send(incoming, Buffer.concat(chunks), outgoing));
  });
  await Promise.all(upstreams.map(look));
  const looking = setInterval(() => upstreams.forEach(look), LOOK_EVERY_MS);
  await new Promise<void>(resolve =>
    server.listen(options.port, '127.0.0.1', resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    ready: () => upstreams.filter(({ ready }) => ready).length,
    stop: async () => {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      agent.destroy();
    },
  };
}
