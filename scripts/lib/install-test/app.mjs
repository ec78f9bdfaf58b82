// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A fresh Backstage app, as create-app makes it, and its backend.
import fs from 'node:fs';
import path from 'node:path';
import { Children } from '../children.mjs';
import { configEnvironment } from '../portal.mjs';
import { freePort } from '../ports.mjs';
import { runQuietly } from '../processes.mjs';
import { waitFor } from '../wait.mjs';

const CREATE_APP = '@backstage/create-app@0.9.2';
const START_WITHIN_MS = 180_000;

export async function run(what, command, args, options) {
  const { code, output } = await runQuietly(command, args, options);
  if (code !== 0) throw new Error(`${what}:\n${output.slice(-6_000)}`);
}

/** Makes the app in `<folder>/portal` and installs it; Fairway's packages come from the registry at `registry`. */
export async function createApp({ root, folder, registry, env }) {
  await run(CREATE_APP, 'npx', ['--yes', CREATE_APP, '--skip-install'], {
    cwd: folder,
    env: { ...env, BACKSTAGE_APP_NAME: 'portal' },
  });
  const app = path.join(folder, 'portal');
  fs.appendFileSync(
    path.join(app, '.yarnrc.yml'),
    `\nnpmScopes:\n  fairway:\n    npmRegistryServer: '${registry}'\nunsafeHttpWhitelist: ['127.0.0.1']\n`,
  );
  // The same releases of others' native packages that this repository is tested with.
  const file = path.join(app, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  const { resolutions } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  Object.assign(manifest.resolutions, resolutions);
  fs.writeFileSync(file, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await run('yarn install', 'yarn', ['install'], { cwd: app, env });
  return app;
}

/** Starts the app's backend with the given files of configuration; answers how to ask it as its guest, and `stop`. */
export async function startBackend({ app, config, env }) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const logFile = path.join(app, 'backend.log');
  const children = new Children();
  const { ended } = children.start(
    'backend',
    'yarn',
    [
      'workspace',
      'backend',
      'start',
      ...['app-config.yaml', ...config].flatMap(name => [
        '--config',
        path.join(app, name),
      ]),
    ],
    {
      cwd: app,
      log: fs.openSync(logFile, 'w'),
      env: {
        ...env,
        NODE_ENV: 'development',
        GITHUB_TOKEN: 'none',
        ...configEnvironment({
          'backend.baseUrl': address,
          'backend.listen': { host: '127.0.0.1', port },
        }),
      },
    },
  );
  const log = () => fs.readFileSync(logFile, 'utf8');
  let gone;
  ended.then(how => {
    gone = `it ended (${how})`;
  });
  const failed = () =>
    gone ?? (/BackendStartupError/.test(log()) ? 'it failed' : undefined);
  const signIn = async () => {
    const answer = await fetch(`${address}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    if (!answer.ok) return undefined;
    return (await answer.json()).backstageIdentity.token;
  };
  try {
    const ready = async () =>
      (await fetch(`${address}/.backstage/health/v1/readiness`)).ok;
    const options = { withinMs: START_WITHIN_MS, giveUp: failed };
    await waitFor('The backend', ready, options);
    const token = await waitFor('The guest', signIn, options);
    return {
      ask: async (where, body) => {
        const answer = await fetch(`${address}/api/${where}`, {
          method: body ? 'POST' : 'GET',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: body && JSON.stringify(body),
        });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${where}: ${answer.status} ${text}`);
        return JSON.parse(text);
      },
      stop: () => children.stop(),
    };
  } catch (error) {
    await children.stop();
    throw new Error(`${error.message}\n${log().slice(-6_000)}`);
  }
}
