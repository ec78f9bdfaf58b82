// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Starts what the browser tests look at: the demo by its own command, and the production build on PostgreSQL.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Children } from '../../../../scripts/lib/children.mjs';
import { startKafka } from '../../../../scripts/lib/kafka-broker.mjs';
import { freePort } from '../../../../scripts/lib/ports.mjs';
import {
  configEnvironment,
  newToken,
  runnerAccess,
  startRunner,
} from '../../../../scripts/lib/portal.mjs';
import { startPostgres } from '../../../../scripts/lib/postgres.mjs';
import {
  buildFrontend,
  startProductionPortal,
} from '../../../../scripts/lib/production.mjs';
import { seedRepositories } from '../../../../scripts/lib/seed.mjs';
import { Trouble } from '../../../../scripts/lib/trouble.mjs';
import { waitFor } from '../../../../scripts/lib/wait.mjs';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../..',
);
const temporary = name =>
  fs.mkdtempSync(path.join(os.tmpdir(), `fairway-${name}-`));

/** `npm start` itself, with data and ports of its own. */
async function startDemo() {
  const data = temporary('demo');
  const [app, backend] = [await freePort(), await freePort()];
  const child = spawn(
    process.execPath,
    [path.join(root, 'scripts/commands/start.mjs')],
    {
      env: {
        ...process.env,
        FAIRWAY_DATA: data,
        FAIRWAY_APP_PORT: String(app),
        FAIRWAY_BACKEND_PORT: String(backend),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  let ended = false;
  const listen = stream =>
    stream.setEncoding('utf8').on('data', text => (said += text));
  [child.stdout, child.stderr].forEach(listen);
  const exit = new Promise(resolve => child.once('exit', resolve));
  exit.then(() => (ended = true));
  await waitFor('npm start', () => said.includes('Ready after'), {
    withinMs: 240_000,
    giveUp: () => ended && said,
  });
  return {
    address: `http://localhost:${app}`,
    backend: `http://localhost:${backend}`,
    data,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** An Apache Kafka that asks who somebody is; without Java or Maven its words, which the tests that need it say. */
async function startBroker() {
  try {
    return await startKafka({ root, security: 'sasl' });
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return { missing: `${error.message} ${error.remedy}`, stop: () => {} };
  }
}

/** The variables of app-config.kafka.e2e.yaml. */
const kafkaVariables = ({ bootstrapServers, superuser }) => ({
  KAFKA_BOOTSTRAP: bootstrapServers.CLIENT[0],
  KAFKA_USERNAME: superuser.username,
  KAFKA_PASSWORD: superuser.password,
});

async function startProduction() {
  const data = temporary('production');
  const children = new Children();
  const postgres = await startPostgres({ root });
  const broker = await startBroker();
  seedRepositories({
    examples: path.join(root, 'examples'),
    into: path.join(data, 'git'),
  });
  await buildFrontend({ root });
  const token = newToken();
  const portal = await startProductionPortal({
    root,
    children,
    data,
    port: await freePort(),
    postgresPort: postgres.port,
    config: [
      'packages/app/e2e-tests/support/app-config.e2e.yaml',
      ...(broker.missing
        ? []
        : ['packages/app/e2e-tests/support/app-config.kafka.e2e.yaml']),
    ],
    env: {
      ...(!broker.missing && kafkaVariables(broker)),
      ...configEnvironment({
        'selfService.local.root': path.join(data, 'git'),
        ...runnerAccess(token),
      }),
    },
  });
  startRunner({ root, children, data, backend: portal.backend, token });
  return {
    ...portal,
    data,
    kafka: broker.missing
      ? { missing: broker.missing }
      : {
          bootstrapServers: broker.bootstrapServers.CLIENT,
          superuser: broker.superuser,
        },
    stop: async () => {
      await children.stop();
      await broker.stop();
      await postgres.stop();
    },
  };
}

export default async function startPortals(config) {
  // `--project demo` alone does not wait for a production build.
  const wanted = process.argv.flatMap((word, index) => {
    if (word.startsWith('--project=')) return [word.slice('--project='.length)];
    return word === '--project' ? [process.argv[index + 1]] : [];
  });
  const names = config.projects
    .map(({ name }) => name)
    .filter(name => !wanted.length || wanted.includes(name));
  const starts = { demo: startDemo, production: startProduction };
  const portals = {};
  const stop = () =>
    Promise.all(Object.values(portals).map(portal => portal.stop()));
  try {
    for (const name of names) portals[name] = await starts[name]();
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.FAIRWAY_E2E_PORTALS = JSON.stringify(portals);
  return stop;
}
