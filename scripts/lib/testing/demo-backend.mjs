// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The backend of the demo with its repositories and its runner, without pages, in a folder and on a port of its own.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Children } from '../children.mjs';
import { root } from '../demo.mjs';
import {
  configEnvironment,
  newToken,
  runnerAccess,
  signIn,
  sourceTransform,
  startRunner,
} from '../portal.mjs';
import { freePort } from '../ports.mjs';
import { seedRepositories } from '../seed.mjs';
import { waitFor } from '../wait.mjs';

/**
 * `settings` go over app-config.yaml, `env` over our own environment; without `runner` nobody applies what is merged, and
 * `token` is good for one. A folder that is given as `data` stays, and is gone on with.
 */
export async function startDemoBackend({
  settings = {},
  env = {},
  runner = true,
  data: kept,
} = {}) {
  const data =
    kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-backend-'));
  fs.mkdirSync(path.join(data, 'logs'), { recursive: true });
  seedRepositories({
    examples: path.join(root, 'examples'),
    into: path.join(data, 'git'),
  });
  const port = await freePort();
  const backend = `http://localhost:${port}`;
  const token = newToken();
  const logFile = path.join(data, 'logs', 'portal.log');
  const children = new Children();
  let over;
  const { ended } = children.start(
    'backend',
    process.execPath,
    ['--require', sourceTransform(root), 'dev/index.ts'],
    {
      cwd: path.join(root, 'packages/backend'),
      log: fs.openSync(logFile, 'w'),
      env: {
        ...process.env,
        NODE_ENV: 'development',
        FORCE_COLOR: '0',
        ...configEnvironment({
          'backend.baseUrl': backend,
          'backend.listen.port': port,
          'backend.database.connection.directory': path.join(data, 'db'),
          'selfService.local.root': path.join(data, 'git'),
          ...runnerAccess(token),
          ...settings,
        }),
        ...env,
      },
    },
  );
  ended.then(how => {
    over = `it ended (${how}): ${fs
      .readFileSync(logFile, 'utf8')
      .slice(-2_000)}`;
  });
  const stop = async () => {
    await children.stop();
    if (!kept) fs.rmSync(data, { recursive: true, force: true });
  };
  try {
    await waitFor('The backend', () => signIn(backend, 'user:default/pia'), {
      withinMs: 120_000,
      giveUp: () => over,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  if (runner) startRunner({ root, children, data, backend, token });
  return { backend, data, token, stop };
}
