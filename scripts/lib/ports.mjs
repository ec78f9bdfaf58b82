// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomInt } from 'node:crypto';
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

/** Below what systems give to outgoing connections, which could take a port between its choice and its use. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const given = new Set();

/** A port of 127.0.0.1 that is free now, and that this process has not been given before. */
export async function freePort() {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!given.has(port) && (await canListen(port, '127.0.0.1'))) {
      given.add(port);
      return port;
    }
  }
  throw new Trouble(
    `No port from ${LOWEST} to ${HIGHEST} is free.`,
    'End programs that listen on many ports, and run this again.',
  );
}
