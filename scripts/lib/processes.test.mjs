// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { waitFor } from './wait.mjs';

const processes = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  'processes.mjs',
);

const alive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // gone
  }
};

it('stops what it started before it ends on a signal, and says by which', async () => {
  const started = spawn(
    process.execPath,
    [
      '-e',
      `import(${JSON.stringify(processes)}).then(({ stopWhenAskedToEnd }) => {
        stopWhenAskedToEnd(async () => console.log('stopped'));
        setInterval(() => {}, 1000);
        console.log('started');
      })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(started, 'exit');
  const said = started.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  assert.equal((await said.next()).value, 'started\n');
  started.kill('SIGTERM');
  assert.equal((await said.next()).value, 'stopped\n');
  assert.deepEqual(await ended, [143, null]);
});

it('ends with the process that started it, when that one is killed', async () => {
  // As `npm start` is: a parent, the bootstrap in `runToEnd`, and the portal, which says its number.
  const portal = 'console.log(process.pid); setInterval(() => {}, 1000)';
  const bootstrap = `import(${JSON.stringify(processes)}).then(({ runToEnd }) =>
    runToEnd(process.execPath, ['-e', ${JSON.stringify(portal)}]))`;
  const npm = spawn(
    process.execPath,
    [
      '-e',
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
        bootstrap,
      )}], { stdio: 'inherit' })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await npm.stdout.setEncoding('utf8').take(1).toArray();
  const pid = Number(said);
  assert.ok(alive(pid));
  npm.kill('SIGKILL');
  await waitFor('the end of the portal', () => !alive(pid), {
    withinMs: 10_000,
  });
});
