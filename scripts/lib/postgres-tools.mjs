// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A PostgreSQL of this machine with the tools of its own version: pg_dump refuses a server that is newer than itself, and the
// one that `postgres.mjs` fetches comes without tools.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Children } from './children.mjs';
import { freePort } from './ports.mjs';
import { waitFor } from './wait.mjs';

const NEEDED = ['initdb', 'postgres', 'psql', 'pg_dump', 'pg_restore'];
const DEBIAN = '/usr/lib/postgresql';
const USER = 'fairway';
const READY_WITHIN_MS = 60_000;

const output = (...command) =>
  spawnSync(command[0], command.slice(1), { encoding: 'utf8' }).stdout?.trim();

/** Folder of the newest PostgreSQL that has server and tools, or undefined. */
export function postgresTools() {
  const folders = [
    output('pg_config', '--bindir'),
    ...(fs.existsSync(DEBIAN) ? fs.readdirSync(DEBIAN) : [])
      .sort((one, other) => Number(other) - Number(one))
      .map(version => path.join(DEBIAN, version, 'bin')),
  ];
  return folders.find(
    folder =>
      folder && NEEDED.every(tool => fs.existsSync(path.join(folder, tool))),
  );
}

/** PostgreSQL does not run as root: somebody who may nothing else. */
function somebodyElse() {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map(id => Number(output('id', id, 'nobody')));
  return { uid, gid };
}

/** Starts it on loopback in a temporary folder; answers `environment`, by which its tools find it, and `stop`. */
export async function startPostgresWithTools(tools) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-postgres-'));
  const identity = somebodyElse();
  const data = path.join(folder, 'data');
  const port = String(await freePort());
  const environment = {
    PATH: `${tools}:${process.env.PATH}`,
    PGHOST: '127.0.0.1',
    PGPORT: port,
    PGUSER: USER,
    PGPASSWORD: 'fairway',
  };
  const passwords = path.join(folder, 'password');
  fs.writeFileSync(passwords, environment.PGPASSWORD);
  if (identity.uid !== undefined) {
    for (const file of [folder, passwords])
      fs.chownSync(file, identity.uid, identity.gid);
  }
  const options = { cwd: folder, ...identity };
  execFileSync(
    path.join(tools, 'initdb'),
    [
      ...['--pgdata', data, '--username', USER, '--pwfile', passwords],
      ...['--auth', 'scram-sha-256', '--no-sync', '--encoding', 'UTF8'],
    ],
    { ...options, stdio: 'pipe' },
  );
  const logFile = path.join(folder, 'log');
  const children = new Children();
  children.start(
    'PostgreSQL',
    path.join(tools, 'postgres'),
    [
      ...['-D', data, '-p', port, '-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories=', '-c', 'fsync=off'],
      ...['-c', 'max_connections=200'],
    ],
    { ...options, log: fs.openSync(logFile, 'w') },
  );
  const stop = async () => {
    await children.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const answers = () =>
    spawnSync('psql', ['-c', 'SELECT 1', 'postgres'], { env: environment })
      .status === 0;
  try {
    await waitFor('PostgreSQL', answers, { withinMs: READY_WITHIN_MS });
  } catch (error) {
    const said = fs.readFileSync(logFile, 'utf8').slice(-2_000);
    await stop();
    throw new Error(`${error.message}\n${said}`);
  }
  return { environment, stop };
}
