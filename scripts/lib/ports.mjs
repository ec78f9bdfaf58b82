// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import net from 'node:net';
import { Trouble } from './trouble.mjs';

function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', error => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
        resolve(true); // no such loopback here
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** Refuses a port that somebody else listens on, and says how to take another. */
export async function requireFreePort({ port, variable, what }) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Trouble(
      `${variable} is "${process.env[variable]}", which is no port.`,
      'Set it to a whole number from 1 to 65535.',
    );
  }
  for (const host of ['127.0.0.1', '::1']) {
    if (!(await canListen(port, host))) {
      throw new Trouble(
        `Port ${port}, which ${what} listens on, is taken.`,
        `End the process that has it (perhaps an earlier "npm start"), or choose another: ${variable}=${
          port + 100
        } npm start`,
      );
    }
  }
}

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
