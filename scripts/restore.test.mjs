// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The commands of docs/runbook.md for the worst day: the portal's databases are backed up, lost, and restored.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import { seedRequests } from './lib/demo-requests.mjs';
import { callAs, signIn } from './lib/portal.mjs';
import { postgresTools } from './lib/postgres-tools.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startDemoBackend } from './lib/testing/demo-backend.mjs';
import { blocksRunBy, run } from './lib/testing/guide.mjs';
import { Trouble } from './lib/trouble.mjs';

const runbook = fs.readFileSync(path.join(root, 'docs/runbook.md'), 'utf8');
const blocksBelow = heading =>
  blocksRunBy(runbook, 'scripts/restore.test.mjs', `## ${heading}`);
const [BACK_UP, EXPORT] = blocksBelow('Back up');
const [VERIFY] = blocksBelow('Verify the chain');
const [RESTORE] = blocksBelow('Restore');
const FAIRWAY = `fairway() { "$NODE" "$ROOT/packages/cli/bin/fairway" "$@"; }\n`;

let tools;
let skip = false;
try {
  tools = await postgresTools({ root });
} catch (error) {
  // Without pip the test is named at the end of the run as not run; in CI that is a failure.
  if (!(error instanceof Trouble) || process.env.CI) throw error;
  skip = error.message;
}

describe('back up and restore', { skip }, () => {
  let postgres;
  let environment;
  let folder;
  let portal;

  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-restore-'));
    postgres = await startPostgres({ root });
    environment = {
      PATH: `${tools}${path.delimiter}${process.env.PATH}`,
      PGHOST: '127.0.0.1',
      PGPORT: String(postgres.port),
      PGUSER: 'postgres',
      PGPASSWORD: 'postgres',
    };
    await start();
    await seedRequests(portal);
  });
  after(async () => {
    await portal?.stop();
    await postgres?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function start() {
    const { PGHOST, PGPORT, PGUSER, PGPASSWORD } = environment;
    portal = await startDemoBackend({
      runner: false,
      data: path.join(folder, 'data'),
      settings: {
        'backend.database.client': 'pg',
        'backend.database.connection.host': PGHOST,
        'backend.database.connection.port': Number(PGPORT),
        'backend.database.connection.user': PGUSER,
        'backend.database.connection.password': PGPASSWORD,
      },
    });
  }

  /** Types commands as whoever is on call does. */
  const type = async script =>
    run(FAIRWAY + script, {
      cwd: folder,
      env: {
        ...environment,
        NODE: process.execPath,
        ROOT: root,
        FAIRWAY_URL: portal.backend,
        FAIRWAY_TOKEN: await signIn(portal.backend, 'user:default/pat'),
      },
    });
  const whole = async () =>
    assert.match(await type(VERIFY), /: every chain holds/);
  /** The hash of every event, of the copy that the runbook has kept elsewhere. */
  async function history() {
    assert.match(await type(EXPORT), /: every chain holds/);
    return fs
      .readFileSync(path.join(folder, 'requests.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .flatMap(line => JSON.parse(line).events)
      .map(({ hash }) => hash);
  }

  const call = (who, route, body) =>
    callAs(portal.backend, who, `self-service/requests${route}`, body);
  const numbers = async () =>
    (await call('pat', '?limit=100')).items
      .map(({ number }) => number)
      .sort((one, other) => one - other);
  const orderOneMore = () =>
    call('otto', '', {
      kind: 'change',
      title: 'Order after the backup',
      idempotencyKey: 'after-the-backup',
      payload: {
        repoUrl: 'local?owner=acme&repo=infrastructure-live',
        onExists: 'replace',
        files: [
          {
            path: 'deploy/dev/orders-api/values.yaml',
            content: 'replicas: 4\n',
          },
        ],
      },
    });

  it('bring back what was there, with every chain whole', async () => {
    const saved = await type(`${BACK_UP}ls backup`);
    assert.match(saved, /^backstage_plugin_self-service\.dump$/m);
    const events = await history();
    const kept = await numbers();
    assert.ok(kept.length > 5);
    await whole();

    await orderOneMore();
    assert.equal((await numbers()).length, kept.length + 1);
    await portal.stop();
    await run(RESTORE, { cwd: folder, env: environment });

    await start();
    assert.deepEqual(await numbers(), kept);
    await whole();
    const restored = new Set(await history());
    assert.ok(events.length > 20);
    assert.equal(events.filter(event => !restored.has(event)).length, 0);
    // The same key again: a restored portal has not seen it.
    await orderOneMore();
    assert.equal((await numbers()).length, kept.length + 1);
  });
});
