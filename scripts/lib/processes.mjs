// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import os from 'node:os';

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const LOOK_EVERY_MS = 500;

/** Calls back with every signal that asks this process to end; answers what stops that. */
export function whenAskedToEnd(callback) {
  ENDING.forEach(signal => process.on(signal, callback));
  return () => ENDING.forEach(signal => process.off(signal, callback));
}

/** Of a process that a signal ended, as shells have it. */
const exitCodeOf = signal => 128 + os.constants.signals[signal];

/** Stops what was started and ends this process when it is asked to; a second signal ends it at once. */
export function stopWhenAskedToEnd(stop) {
  const forget = whenAskedToEnd(async signal => {
    forget();
    try {
      await stop();
    } catch (error) {
      process.stderr.write(`${error.stack}\n`);
    }
    process.exit(exitCodeOf(signal));
  });
}

/** Calls back when the process that started this one is gone: npm, for one, does not pass a SIGTERM on. */
export function whenOrphaned(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Runs a command with our own input and output and answers its exit code. */
export function runToEnd(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    // A terminal sends Ctrl-C to the child as well; a supervisor's signal reaches only us.
    const forward = signal => child.kill(signal);
    const forget = whenAskedToEnd(forward);
    const watch = whenOrphaned(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      watch();
      forget();
      resolve(code ?? exitCodeOf(signal));
    });
  });
}

/**
 * Runs a command whose output nobody needs unless it fails.
 * Answers `{ code, output, interrupted }`; `onLine` sees every line as it comes.
 */
export function runQuietly(command, args, { onLine, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let output = '';
    let rest = '';
    const read = chunk => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      lines.forEach(line => onLine?.(line));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    let interrupted = false;
    const forward = signal => {
      interrupted = true;
      child.kill(signal);
    };
    const forget = whenAskedToEnd(forward);
    child.once('error', reject);
    child.once('close', code => {
      forget();
      resolve({ code: code ?? 1, output, interrupted });
    });
  });
}
