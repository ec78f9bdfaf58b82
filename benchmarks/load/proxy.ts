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
/** As the platforms do it: what is silent for so long, so often, is not ready. What refuses, or says so, is not at once. */
const ANSWER_WITHIN_MS = 5_000;
const SILENCES = 3;
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
  /** Times in a row that it did not answer in time. */
  silent: number;
}

export async function startProxy(options: {
  port: number;
  replicas: string[];
}): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const upstreams = options.replicas.map(
    (url): Upstream => ({ url, ready: false, silent: 0 }),
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
      upstream.silent = 0;
    } catch (error) {
      const isSilent = (error as Error).name === 'TimeoutError';
      upstream.silent = isSilent ? upstream.silent + 1 : SILENCES;
      if (upstream.silent >= SILENCES) upstream.ready = false;
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
  const stopped = new AbortController();
  const keepLooking = async (upstream: Upstream) => {
    while (!stopped.signal.aborted) {
      await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
      await look(upstream);
    }
  };
  const looking = Promise.all(upstreams.map(keepLooking));
  await new Promise<void>(resolve =>
    server.listen(options.port, '127.0.0.1', resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    ready: () => upstreams.filter(({ ready }) => ready).length,
    stop: async () => {
      stopped.abort();
      await looking;
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      agent.destroy();
    },
  };
}
