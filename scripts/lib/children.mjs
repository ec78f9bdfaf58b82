// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';

const PATIENCE_MS = 8_000;

/** Processes that end together: on a signal to us, when one of them ends, or when `stop` is called. */
export class Children {
  #running = new Map();
  #stopping;

  /** Starts one; what it prints goes to the open file `log`. */
  start(name, command, args, { log, ...options }) {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', log, log],
      // A group of its own, so that what it starts can be ended with it.
      detached: process.platform !== 'win32',
    });
    const ended = new Promise(resolve => {
      child.once('error', error => resolve(error.message));
      child.once('exit', (code, signal) =>
        resolve(signal ?? `exit code ${code}`),
      );
    });
    ended.then(() => this.#running.delete(name));
    this.#running.set(name, { child, ended });
    return { child, ended };
  }

  #signal(child, signal) {
    try {
      if (process.platform === 'win32') child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // it has just gone by itself
    }
  }

  /** Asks all to end, insists after a while, and waits until they have. */
  stop() {
    this.#stopping ??= (async () => {
      const all = [...this.#running.values()];
      all.forEach(({ child }) => this.#signal(child, 'SIGTERM'));
      const insist = setTimeout(
        () => all.forEach(({ child }) => this.#signal(child, 'SIGKILL')),
        PATIENCE_MS,
      );
      await Promise.all(all.map(({ ended }) => ended));
      clearTimeout(insist);
    })();
    return this.#stopping;
  }
}
