// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';

const MOST_BYTES = 1024 * 1024;
const KEY = /^[0-9a-f-]{36}\.\d+$/;

/**
 * Takes webhooks on a loopback port: each is kept in a file before it is answered with 202, and the file goes when it is
 * handled. Whatever was kept is handled after a restart, too; what comes twice has the same key, and so the same file.
 */
export async function readHooks({
  port,
  state,
  accepts,
  onReady,
  handle,
  signal,
}) {
  const inbox = path.join(state, 'inbox');
  fs.mkdirSync(inbox, { recursive: true });
  let wake = () => {};
  const server = createServer(async (request, response) => {
    const message = await messageOf(request).catch(() => undefined);
    const key = message?.headers['idempotency-key'] ?? '';
    const isTaken = message && KEY.test(key) && accepts(message);
    if (isTaken) {
      const file = path.join(inbox, `${key}.json`);
      fs.writeFileSync(`${file}.new`, JSON.stringify(message));
      fs.renameSync(`${file}.new`, file);
      wake();
    }
    response.writeHead(isTaken ? 202 : 400).end();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  signal.addEventListener('abort', () => {
    server.close();
    server.closeAllConnections();
    wake();
  });
  onReady?.();
  while (!signal.aborted) {
    const next = fs.readdirSync(inbox).find(name => name.endsWith('.json'));
    if (next) {
      const file = path.join(inbox, next);
      await handle(JSON.parse(fs.readFileSync(file, 'utf8')));
      if (!signal.aborted) fs.rmSync(file);
    } else {
      await new Promise(resolve => {
        wake = resolve;
      });
    }
  }
}

async function messageOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('It is too large.');
    chunks.push(chunk);
  }
  const { headers } = request;
  return { headers, value: Buffer.concat(chunks).toString('utf8') };
}
