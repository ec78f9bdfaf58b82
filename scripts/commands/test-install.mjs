// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// npm run test:install [-- --built]: docs/install.md, tried on a fresh Backstage app with the packages as npm would get them.
// Each group alone, both without the framework policy, and everything. `--built` takes the tarballs that are in dist/packages.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../lib/demo.mjs';
import { createApp, run, startBackend } from '../lib/install-test/app.mjs';
import { blocksOf, follow } from '../lib/install-test/guide.mjs';
import { QUESTIONS } from '../lib/install-test/questions.mjs';
import { startRegistry } from '../lib/install-test/registry.mjs';

const say = line => process.stdout.write(`${line}\n`);
const guide = fs.readFileSync(path.join(root, 'docs/install.md'), 'utf8');
const PEOPLE = 'app-config.people.yaml';
const IAC = 'app-config.iac.yaml';
const KAFKA = 'app-config.kafka.yaml';

/** What of a fresh app following the guide changes, so that another group can begin anew. */
const CHANGED = [
  'package.json',
  'yarn.lock',
  'packages/app/package.json',
  'packages/backend/package.json',
  'packages/backend/src/index.ts',
];

/** Node.js brings the headers that native add-ons are built against; without them they are fetched. */
function headers() {
  const home = path.dirname(path.dirname(process.execPath));
  return fs.existsSync(path.join(home, 'include/node/node.h'))
    ? { npm_config_nodedir: home }
    : {};
}

async function main() {
  const env = {
    ...headers(),
    ...process.env,
    // Adding a package changes the lockfile, in CI too.
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    // Yarn would ask a search engine whether there are types.
    YARN_TS_ENABLE_AUTO_TYPES: 'false',
  };
  if (!process.argv.includes('--built')) {
    say('Packing');
    await run('Packing', process.execPath, ['scripts/pack.mjs'], { cwd: root });
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-install-'));
  const registry = await startRegistry({
    tarballs: path.join(root, 'dist/packages'),
  });
  try {
    say('Making a Backstage app');
    const app = await createApp({
      root,
      folder,
      registry: registry.address,
      env,
    });
    const files = CHANGED.map(name => path.join(app, name));
    const fresh = files.map(file => fs.readFileSync(file));
    const add = name => follow(blocksOf(guide, name), { app, env, say });
    const ask = async (what, config, questions) => {
      const backend = await startBackend({
        app,
        config: [PEOPLE, ...config],
        env,
      });
      try {
        for (const question of questions) await QUESTIONS[question](backend);
      } finally {
        await backend.stop();
      }
      say(`✔ ${what}`);
    };

    await add('people');
    await add('iac');
    await ask('infrastructure as code alone', [IAC], ['iac', 'noKafka']);
    files.forEach((file, index) => fs.writeFileSync(file, fresh[index]));
    await add('kafka');
    await ask('Kafka alone', [KAFKA], ['kafka', 'noIac']);
    await add('iac');
    await ask(
      'both, without the permission module',
      [IAC, KAFKA],
      ['iac', 'kafka', 'allowsAll'],
    );
    await add('permissions');
    await ask('everything', [IAC, KAFKA], ['iac', 'kafka', 'asksThePolicy']);
    await run(
      'yarn workspace app build',
      'yarn',
      ['workspace', 'app', 'build'],
      {
        cwd: app,
        env: { ...env, GITHUB_TOKEN: 'none' },
      },
    );
    QUESTIONS.pages(path.join(app, 'packages/app/dist'));
    say('✔ the pages are in the app that discovers them');
  } finally {
    await registry.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

await main();
