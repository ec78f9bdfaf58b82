// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A line to a server of this machine that can be cut, as a network is.
import { once } from 'node:events';
import net from 'node:net';
import { freePort } from './ports.mjs';

/**
 * Listens on a port of 127.0.0.1. After `leadTo(port)` everything goes there and back; `cut` breaks what is open, and
 * nobody gets through any more until `mend`.
 */
export async function openLine() {
  const port = await freePort();
  const open = new Set();
  let target;
  const keep = socket => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // The other end breaks off: so does this one.
    socket.on('error', () => socket.destroy());
  };
  const server = net.createServer(near => {
    const far = net.connect(target, '127.0.0.1');
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const mend = async () => {
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  await mend();
  return {
    port,
    leadTo(to) {
      target = to;
    },
    cut,
    mend,
  };
}
