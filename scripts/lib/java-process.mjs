// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { waitFor } from './wait.mjs';

const PATIENCE_MS = 10_000;
const TAIL_LINES = 15;

/** Small and quick to start: the suites are short. */
export const JAVA_FLAGS = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Djava.net.preferIPv4Stack=true',
];

/** A Java server that can be stopped, killed and started again with the same arguments; its output goes to `log`. */
export class JavaProcess {
  #options;
  #child;
  #ended;

  constructor({ java, args, log, cwd, env }) {
    this.#options = { java, args, log, cwd, env };
  }

  /** Answers when `isReady` does. */
  async start({ what, isReady, withinMs }) {
    const { java, args, log, cwd, env } = this.#options;
    const output = fs.openSync(log, 'a');
    const child = spawn(java, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
    });
    fs.closeSync(output);
    // Without this a test run that is interrupted would leave servers behind.
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    let gone;
    this.#child = child;
    this.#ended = new Promise(resolve => {
      child.once('error', error => {
        gone = error.message;
        resolve();
      });
      child.once('exit', (code, signal) => {
        gone = signal ?? `exit code ${code}`;
        process.off('exit', end);
        resolve();
      });
    });
    try {
      await waitFor(what, isReady, {
        withinMs,
        giveUp: () => gone && `it ended (${gone})`,
      });
    } catch (error) {
      await this.kill();
      throw new Error(`${error.message}\n${this.tail()}`);
    }
  }

  tail() {
    const { log } = this.#options;
    const text = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
    return text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }

  /** An orderly end; it is insisted on after a while. */
  async stop() {
    if (!this.#child) return;
    const child = this.#child;
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await this.#ended;
    clearTimeout(insist);
  }

  /** As a machine that hangs: connections stay, and nothing is answered. */
  pause() {
    this.#child.kill('SIGSTOP');
  }

  resume() {
    this.#child.kill('SIGCONT');
  }

  /** As when the machine loses power. */
  async kill() {
    if (!this.#child) return;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
