// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What `npm start`, `npm test` and the other root commands call. It runs on any Node.js from 18 on and
// needs nothing but npm and git: it gets the right Node.js and Yarn, installs, then hands over to the command.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Trouble } from './lib/trouble.mjs';
import { requireGit } from './lib/git-version.mjs';
import { ensureNode } from './lib/node-runtime.mjs';
import { ensureYarn, install } from './lib/install.mjs';
import { buildKafka } from './lib/kafka.mjs';
import { runToEnd } from './lib/processes.mjs';

const COMMANDS = [
  'start',
  'test',
  'test:install',
  'setup',
  'fairway',
  'bench',
  'demo:reset',
];

/** The commands that need the embedded Kafka cluster built. */
const NEED_KAFKA = ['test', 'test:install', 'setup'];

const scripts = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(scripts);

async function main([command, ...args]) {
  if (!COMMANDS.includes(command)) {
    throw new Trouble(
      `"${command ?? ''}" is not a command of this project.`,
      `Use one of: ${COMMANDS.map(name => `npm run ${name}`).join(', ')}.`,
    );
  }
  const file = path.join(
    scripts,
    'commands',
    `${command.replace(':', '-')}.mjs`,
  );
  if (command === 'demo:reset') {
    await (await import(pathToFileURL(file).href)).default();
    return 0;
  }
  await requireGit();
  // What `fairway … --json` prints on standard output belongs to the command alone.
  const say = line => process.stderr.write(`${line}\n`);
  const node = await ensureNode({ root, say });
  const env = await ensureYarn({ root, node, say });
  await install({ root, node, env, say });
  if (NEED_KAFKA.includes(command)) await buildKafka({ root, say });
  return runToEnd(node.executable, [file, ...args], { cwd: root, env });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`\n${error.message}\n${error.remedy}\n`);
  process.exitCode = 1;
}
