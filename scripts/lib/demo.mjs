// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** Where the demo keeps its database, repositories and log; FAIRWAY_DATA puts them elsewhere. */
export const dataFolder = () =>
  path.resolve(root, process.env.FAIRWAY_DATA ?? 'data');

/** What the demo makes in the data folder, and so what a reset may delete. */
export const DEMO_FOLDERS = ['db', 'git', 'jobs', 'logs', 'terraform'];

export const ports = () => {
  const backend = Number(process.env.FAIRWAY_BACKEND_PORT ?? 7007);
  return {
    app: Number(process.env.FAIRWAY_APP_PORT ?? 3000),
    backend,
    // Of the runner of jobs, on loopback.
    jobs: Number(process.env.FAIRWAY_JOBS_PORT ?? backend + 90),
  };
};

/** A note beside the data that says which process uses it. */
export function holder(data) {
  const file = path.join(data, 'portal.pid');
  const running = () => {
    try {
      const pid = Number(fs.readFileSync(file, 'utf8'));
      process.kill(pid, 0);
      return pid;
    } catch {
      return undefined; // no note, or its process is gone
    }
  };
  return {
    running,
    take: () => fs.writeFileSync(file, String(process.pid)),
    leave: () => fs.rmSync(file, { force: true }),
  };
}
