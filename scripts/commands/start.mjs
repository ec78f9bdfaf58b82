// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The demo: Backstage with every plugin of ours, the company of examples/, embedded defaults. Ctrl-C ends it.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { Children } from '../lib/children.mjs';
import {
  dataFolder,
  holder,
  ports as chosenPorts,
  root,
} from '../lib/demo.mjs';
import { requireFreePort } from '../lib/ports.mjs';
import { demoIsReady, startDemoPortal } from '../lib/portal.mjs';
import { whenAskedToEnd } from '../lib/processes.mjs';
import { seedKafka } from '../lib/demo-kafka.mjs';
import { seedRequests } from '../lib/demo-requests.mjs';
import { seedRepositories } from '../lib/seed.mjs';
import { Trouble } from '../lib/trouble.mjs';

const say = line => process.stdout.write(`${line}\n`);

function personas() {
  const YAML = createRequire(path.join(root, 'packages/cli/package.json'))(
    'yaml',
  );
  return YAML.parse(fs.readFileSync(path.join(root, 'app-config.yaml'), 'utf8'))
    .personas;
}

function announce({ address, logFile }, people, started) {
  const width = Math.max(...people.map(({ userRef }) => userRef.length));
  say(`
Ready after ${((Date.now() - started) / 1000).toFixed(1)} s: ${address}

Sign in as (no password; a switch is in the sidebar):`);
  for (const { userRef, title, hint } of people) {
    say(`  ${userRef.padEnd(width)}  ${title}${hint ? ` · ${hint}` : ''}`);
  }
  say(`
Order a database   ${address}/create/templates/default/postgres-database
What was ordered   ${address}/self-service/requests
The catalog        ${address}/catalog

Log: ${logFile}
Ctrl-C ends the portal. "npm run demo:reset" starts over.`);
}

async function main() {
  const started = Date.now();
  const ports = chosenPorts();
  const data = dataFolder();
  const lock = holder(data);
  await requireFreePort({
    port: ports.app,
    variable: 'FAIRWAY_APP_PORT',
    what: 'the portal',
  });
  await requireFreePort({
    port: ports.backend,
    variable: 'FAIRWAY_BACKEND_PORT',
    what: 'its backend',
  });
  fs.mkdirSync(data, { recursive: true });
  if (lock.running()) {
    throw new Trouble(
      `Another portal (process ${lock.running()}) uses ${data}.`,
      'End it with Ctrl-C, or choose another folder: FAIRWAY_DATA=/some/folder npm start',
    );
  }
  lock.take();
  const made = seedRepositories({
    examples: path.join(root, 'examples'),
    into: path.join(data, 'git'),
  });
  if (made.length)
    say(
      `Made the repositories ${made.join(' and ')} in ${path.join(
        data,
        'git',
      )}`,
    );

  const children = new Children();
  let asked = false;
  const end = async () => {
    if (asked) return;
    asked = true;
    say('\nEnding the portal');
    await children.stop();
    lock.leave();
  };
  whenAskedToEnd(end);

  try {
    const portal = startDemoPortal({ root, children, data, ports, say });
    const people = personas();
    await demoIsReady({
      portal,
      persona: people[0].userRef,
      template: 'postgres-database',
    });
    announce(portal, people, started);
    portal.startRunner();
    // Something to look at on every page; whoever is quick is not held up by it.
    seedRequests(portal).catch(error =>
      say(`The demo's first requests are not all there: ${error.message}`),
    );
    seedKafka(portal).catch(error =>
      say(`The demo's Kafka is not all there: ${error.message}`),
    );
    const how = await portal.ended;
    if (!asked)
      throw new Trouble(
        `A part of the portal ended (${how}).`,
        `What it said is in ${portal.logFile}.`,
      );
  } catch (error) {
    if (asked) return;
    throw error;
  } finally {
    await children.stop();
    lock.leave();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`\n${error.message}\n${error.remedy ?? ''}\n`);
  process.exitCode = 1;
}
