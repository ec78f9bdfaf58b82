// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { backstageCli, sourceTransform } from './portal.mjs';
import { runQuietly } from './processes.mjs';
import { waitFor } from './wait.mjs';

const START_WITHIN_MS = 120_000;

/** Builds the frontend as production serves it, into packages/app/dist. */
export async function buildFrontend({ root }) {
  const { code, output } = await runQuietly(
    process.execPath,
    [
      backstageCli(root),
      'package',
      'build',
      '--config',
      '../../app-config.production.yaml',
    ],
    {
      cwd: path.join(root, 'packages/app'),
      // The address is put in when the backend serves the pages; the build only checks that there is one.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        FAIRWAY_URL: 'http://localhost:7007',
        ...placeholders(),
      },
    },
  );
  if (code !== 0)
    throw new Error(`The frontend could not be built:\n${output}`);
}

const VARIABLES = [
  'POSTGRES_HOST',
  'POSTGRES_PORT',
  'POSTGRES_USER',
  'POSTGRES_PASSWORD',
  'OWNERSHIP_POLICY',
  'OWNERSHIP_POLICY_TESTS',
];

const placeholders = () =>
  Object.fromEntries(VARIABLES.map(name => [name, 'set-at-start']));

/** Starts the backend as production does, on PostgreSQL, with the built pages; `config` are files over the production configuration. */
export async function startProductionPortal({
  root,
  children,
  data,
  port,
  postgresPort,
  config,
  env,
}) {
  fs.mkdirSync(path.join(data, 'logs'), { recursive: true });
  const logFile = path.join(data, 'logs', 'production.log');
  const backend = path.join(root, 'packages/backend');
  const files = ['app-config.production.yaml', ...config].flatMap(file => [
    '--config',
    path.resolve(root, file),
  ]);
  const address = `http://localhost:${port}`;
  const { ended } = children.start(
    'production',
    process.execPath,
    ['--require', sourceTransform(root), 'src/index.ts', ...files],
    {
      cwd: backend,
      log: fs.openSync(logFile, 'w'),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        FAIRWAY_URL: address,
        POSTGRES_HOST: '127.0.0.1',
        POSTGRES_PORT: String(postgresPort),
        POSTGRES_USER: 'postgres',
        POSTGRES_PASSWORD: 'postgres',
        OWNERSHIP_POLICY: path.join(root, 'examples/ownership/policy.yaml'),
        OWNERSHIP_POLICY_TESTS: path.join(
          root,
          'examples/ownership/policy.tests.yaml',
        ),
        APP_CONFIG_backend_listen: JSON.stringify({ host: '127.0.0.1', port }),
        // No proxy has to learn that it ends.
        APP_CONFIG_backend_lifecycle_serverShutdownDelay: '"0 seconds"',
        ...env,
      },
    },
  );
  let gone;
  ended.then(how => {
    gone = `the backend ended (${how}), see ${logFile}:\n${fs
      .readFileSync(logFile, 'utf8')
      .slice(-3000)}`;
  });
  await waitFor(
    'Starting the production build',
    async () => (await fetch(`${address}/.backstage/health/v1/readiness`)).ok,
    { withinMs: START_WITHIN_MS, giveUp: () => gone },
  );
  return { address, backend: address, logFile };
}
