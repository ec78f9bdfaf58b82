// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from './wait.mjs';

const START_WITHIN_MS = 180_000;

/** Values over the configuration files, in Backstage's own way: `APP_CONFIG_<key>_<key>=<JSON>`. */
export function configEnvironment(values) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `APP_CONFIG_${key.replaceAll('.', '_')}`,
      JSON.stringify(value),
    ]),
  );
}

/** Lets a runner with this token call self-service and nothing else; a token is made for each start. */
export const runnerAccess = token => ({
  'backend.auth.externalAccess': [
    {
      type: 'static',
      options: { token, subject: 'external:demo-runner' },
      accessRestrictions: [{ plugin: 'self-service' }],
    },
  ],
});

/** Receivers of the demo whose jobs scripts/example-runner.mjs does. */
const JOB_RECEIVERS = ['notebook', 'redeploy', 'sandbox'];

/** Where the portal finds the runner of jobs, and by what that knows the portal. */
export const jobsAccess = ({ port, secret }) =>
  Object.fromEntries(
    JOB_RECEIVERS.flatMap(name => [
      [`selfService.dispatch.${name}.url`, `http://127.0.0.1:${port}/`],
      [`selfService.dispatch.${name}.secret`, secret],
    ]),
  );

/** Starts the runner of jobs: scripts of examples/jobs. */
export function startJobs({ root, children, data, port, secret }) {
  children.start(
    'jobs',
    process.execPath,
    [path.join(root, 'scripts/example-runner.mjs')],
    {
      cwd: root,
      log: fs.openSync(path.join(data, 'logs', 'jobs.log'), 'w'),
      env: {
        PATH: process.env.PATH,
        JOBS_PORT: String(port),
        JOBS_SECRET: secret,
        JOBS_SCRIPTS: path.join(root, 'examples/jobs'),
        JOBS_STATE: path.join(data, 'jobs'),
      },
    },
  );
}

export const newToken = () => randomBytes(24).toString('base64url');

/** Starts the demo's pipeline, when the portal answers. */
export function startRunner({ root, children, data, backend, token }) {
  const logFile = path.join(data, 'logs', 'runner.log');
  children.start(
    'runner',
    process.execPath,
    [path.join(root, 'scripts/demo-runner.mjs')],
    {
      cwd: root,
      log: fs.openSync(logFile, 'w'),
      env: {
        // Nothing of the portal's own environment: the runner holds no key but this.
        PATH: process.env.PATH,
        FAIRWAY_BACKEND: backend,
        FAIRWAY_RUNNER_TOKEN: token,
        FAIRWAY_DATA: data,
      },
    },
  );
  return logFile;
}

/** The command line of Backstage, as arguments for Node.js. */
export const backstageCli = root =>
  createRequire(path.join(root, 'package.json')).resolve(
    '@backstage/cli/bin/backstage-cli',
  );

/** What lets Node.js run the TypeScript of the workspace as it stands. */
export const sourceTransform = root =>
  createRequire(path.join(root, 'package.json')).resolve(
    '@backstage/cli/config/nodeTransform.cjs',
  );

/** The last words of a log, for an error. */
const tail = file => fs.readFileSync(file, 'utf8').trim().slice(-2_000);

/** Starts backend and frontend of the demo in development; answers what to wait for. */
export function startDemoPortal({ root, children, data, ports, say }) {
  const logs = path.join(data, 'logs');
  fs.mkdirSync(logs, { recursive: true });
  const logFile = path.join(logs, 'portal.log');
  const log = fs.openSync(logFile, 'w');
  const address = `http://localhost:${ports.app}`;
  const backend = `http://localhost:${ports.backend}`;
  const token = newToken();
  const jobs = { port: ports.jobs, secret: newToken() };
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    FORCE_COLOR: '0',
    // How far the ends of things are ahead of the true time: docs/lifetimes.md.
    FAIRWAY_CLOCK: path.join(data, 'clock'),
    ...configEnvironment({
      'app.baseUrl': address,
      'backend.baseUrl': backend,
      'backend.listen.port': ports.backend,
      'backend.cors.origin': address,
      'backend.database.connection.directory': path.join(data, 'db'),
      'selfService.local.root': path.join(data, 'git'),
      ...runnerAccess(token),
      ...jobsAccess(jobs),
    }),
  };
  const begin = (name, args) =>
    children.start(name, process.execPath, args, {
      cwd: path.join(root, 'packages', name),
      env,
      log,
    });
  const started = [
    // Not through the CLI, which would wait for an edit when the backend ends.
    begin('backend', ['--require', sourceTransform(root), 'dev/index.ts']),
    begin('app', [backstageCli(root), 'package', 'start']),
  ];
  let ended;
  started.forEach(({ ended: end }, index) =>
    end.then(how => {
      const which = ['backend', 'frontend'][index];
      ended ??= `the ${which} ended (${how}). The end of ${logFile}:\n\n${tail(
        logFile,
      )}`;
    }),
  );
  const until = (what, probe) => {
    say(what);
    return waitFor(what, probe, {
      withinMs: START_WITHIN_MS,
      giveUp: () => ended,
    });
  };
  return {
    address,
    backend,
    logFile,
    until,
    startRunner() {
      startJobs({ root, children, data, ...jobs });
      return startRunner({ root, children, data, backend, token });
    },
    ended: Promise.race(started.map(child => child.ended)),
  };
}

/** Signs in as a persona, the way the browser does; undefined while the catalog has not got that person yet. */
export async function signIn(backend, userRef) {
  const answer = await fetch(`${backend}/api/auth/personas/refresh`, {
    headers: {
      'x-fairway-persona': userRef,
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  if (!answer.ok) return undefined;
  return (await answer.json()).backstageIdentity?.token;
}

/** Calls a route below `/api/` as the persona with this name, and answers what it does; throws where it refuses. */
export async function callAs(backend, name, route, body) {
  const token = await signIn(backend, `user:default/${name}`);
  const answer = await fetch(`${backend}/api/${route}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`${route} as ${name}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** Resolves when a persona can sign in, the catalog has what the demo orders, and the page is served. */
export async function demoIsReady({ portal, persona, template }) {
  const { backend, address, until } = portal;
  await until(
    'Starting the backend',
    async () => (await fetch(`${backend}/.backstage/health/v1/readiness`)).ok,
  );
  const token = await until('Reading the catalog', () =>
    signIn(backend, persona),
  );
  await until('Reading the templates', async () => {
    const answer = await fetch(
      `${backend}/api/catalog/entities/by-name/template/default/${template}`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    return answer.ok;
  });
  await until('Building the pages', async () => {
    const page = await fetch(address);
    if (!page.ok) return false;
    const script = /<script[^>]*src="([^"]+)"/.exec(await page.text())?.[1];
    return script && (await fetch(new URL(script, address))).ok;
  });
}
