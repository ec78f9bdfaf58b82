// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fetchPackage, installTrouble } from './npm-package.mjs';
import { runQuietly } from './processes.mjs';
import { withProgress } from './progress.mjs';

const YARN = '@yarnpkg/cli-dist@4.13.0';

/** Yarn in `.tools`, and an environment in which both it and the right Node.js come first on the PATH. */
export async function ensureYarn({ root, node, say }) {
  const yarn = await fetchPackage({
    root,
    spec: YARN,
    whenMissing: fetching =>
      withProgress(
        { root, step: 'yarn', title: 'Fetching Yarn', usuallyMs: 4_000, say },
        fetching,
      ),
  });
  const bin = path.join(root, '.tools', 'bin');
  const script = path.join(yarn, 'bin', 'yarn.js');
  fs.mkdirSync(bin, { recursive: true });
  fs.writeFileSync(
    path.join(bin, 'yarn'),
    `#!/bin/sh\nexec "${node.executable}" "${script}" "$@"\n`,
    { mode: 0o755 },
  );
  fs.writeFileSync(
    path.join(bin, 'yarn.cmd'),
    `@"${node.executable}" "${script}" %*\r\n`,
  );
  const env = { ...process.env };
  const pathKey =
    Object.keys(env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathKey] = [bin, path.dirname(node.executable), env[pathKey]]
    .filter(Boolean)
    .join(path.delimiter);
  if (node.headers) env.npm_config_nodedir = node.headers;
  // A company's certificates are known to the system, and to its own Node.js, but not to a fetched one.
  env.NODE_USE_SYSTEM_CA ??= '1';
  return env;
}

/** Yarn does not read .npmrc: a company's mirror has to reach it as well. */
function npmRegistry() {
  if (process.env.npm_config_registry) return process.env.npm_config_registry;
  const windows = process.platform === 'win32';
  return execFileSync(
    windows ? 'npm.cmd' : 'npm',
    ['config', 'get', 'registry'],
    { encoding: 'utf8', shell: windows },
  ).trim();
}

/** What decides whether an earlier install still stands. */
function fingerprint({ root, node }) {
  const hash = createHash('sha256');
  const manifests = ['packages', 'plugins'].flatMap(group =>
    fs.existsSync(path.join(root, group))
      ? fs
          .readdirSync(path.join(root, group))
          .map(name => path.join(group, name, 'package.json'))
      : [],
  );
  for (const file of [
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    ...manifests,
  ]) {
    const full = path.join(root, file);
    hash.update(file).update(fs.existsSync(full) ? fs.readFileSync(full) : '');
  }
  // Native add-ons are built for one Node.js.
  return hash
    .update(execFileSync(node.executable, ['-p', 'process.versions.modules']))
    .digest('hex');
}

/** `yarn install --immutable`, unless nothing has changed since the last one. */
export async function install({ root, node, env, say }) {
  const stamp = path.join(root, 'node_modules', '.fairway-install');
  const wanted = fingerprint({ root, node });
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  const log = path.join(root, '.tools', 'install.log');
  const yarn = path.join(
    root,
    '.tools',
    'bin',
    process.platform === 'win32' ? 'yarn.cmd' : 'yarn',
  );
  await withProgress(
    {
      root,
      ...(fs.existsSync(stamp)
        ? { step: 'install-again', usuallyMs: 20_000 }
        : { step: 'install', usuallyMs: 120_000 }),
      title: 'Installing packages',
      say,
    },
    async doing => {
      const ended = await runQuietly(yarn, ['install', '--immutable'], {
        cwd: root,
        env: {
          YARN_NPM_REGISTRY_SERVER: npmRegistry().replace(/\/$/, ''),
          ...env,
        },
        shell: process.platform === 'win32',
        onLine: line => {
          const step = /┌ (\w+ step)/.exec(line);
          if (step) doing(step[1].toLowerCase());
        },
      });
      fs.writeFileSync(log, ended.output);
      if (ended.code !== 0)
        throw installTrouble('Installing packages', { ...ended, log });
      fs.writeFileSync(stamp, wanted);
    },
  );
}
