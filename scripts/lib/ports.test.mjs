// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import net from 'node:net';
import { it } from 'node:test';
import { freePort, requireFreePort } from './ports.mjs';

const described = port => ({
  port,
  variable: 'FAIRWAY_APP_PORT',
  what: 'the portal',
});

it('names a port that is taken and says how to choose another', async () => {
  const server = net.createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await assert.rejects(requireFreePort(described(port)), error => {
    assert.match(error.message, new RegExp(`Port ${port}, .* is taken`));
    assert.match(error.remedy, /FAIRWAY_APP_PORT=\d+ npm start/);
    return true;
  });
  await new Promise(resolve => server.close(resolve));
  await requireFreePort(described(port));
});

it('refuses what is no port', async () => {
  await assert.rejects(requireFreePort(described(Number.NaN)), /is no port/);
  await assert.rejects(requireFreePort(described(70_000)), /is no port/);
});

it('finds a free port', async () => {
  await requireFreePort(described(await freePort()));
});
