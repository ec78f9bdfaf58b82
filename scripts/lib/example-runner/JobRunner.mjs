// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { callback } from './callback.mjs';
import { isSigned } from './isSigned.mjs';
import { runScript } from './runScript.mjs';

/** A name in the folder, and no path. */
const SCRIPT = /^[a-z0-9][a-z0-9-]*\.(?:py|sh)$/;
const KEY = /^[0-9a-f-]{36}\.\d+$/;
const FLUSH_MS = 500;
/** Lines of one report. */
const BATCH = 500;

/** Runs what a message asks for, once for each attempt of a request. */
export class JobRunner {
  #options;

  constructor(options) {
    this.#options = options;
    fs.mkdirSync(options.state, { recursive: true });
  }

  /** Whether it is a job, and the portal's. */
  accepts({ headers, value }) {
    const { secret } = this.#options;
    return (
      this.#read(value) !== undefined &&
      (!secret || isSigned({ headers, value, secret }))
    );
  }

  /** Comes back when the portal has accepted the end, or wants none of it. */
  async handle(message) {
    const { say, signal } = this.#options;
    const job = this.accepts(message) && this.#read(message.value);
    if (!job) {
      say('A message that is no job of ours is left out');
      return;
    }
    const { key, number } = job.request;
    const tell = callback({ ...job.report, signal, say });
    const begun = await tell({ status: 'running', reportId: 'begin' });
    if (begun === 'over') {
      say(`Request ${number}: the portal waits for it no more`);
    } else if (begun === 'accepted') {
      const result = await this.#resultOf(job, tell);
      if (!result) return;
      await tell({ ...result, reportId: 'end' });
      say(`Request ${number}: ${result.status}`);
    }
    if (!signal.aborted) fs.rmSync(this.#fileOf(key), { force: true });
  }

  #read(value) {
    try {
      const job = JSON.parse(value);
      return KEY.test(job.request.key) && job.report.token ? job : undefined;
    } catch {
      return undefined;
    }
  }

  #fileOf(key) {
    return path.join(this.#options.state, `${key}.json`);
  }

  /** Kept before it is told: after a crash between the two the script is not run again. */
  async #resultOf(job, tell) {
    const file = this.#fileOf(job.request.key);
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
    const result = await this.#run(job, tell);
    if (this.#options.signal.aborted) return undefined;
    fs.writeFileSync(`${file}.new`, JSON.stringify(result));
    fs.renameSync(`${file}.new`, file);
    return result;
  }

  async #run(job, tell) {
    const { scripts, signal } = this.#options;
    const { script } = job;
    const file = path.join(scripts, String(script));
    if (!SCRIPT.test(String(script)) || !fs.existsSync(file)) {
      return { status: 'failed', summary: `There is no script "${script}".` };
    }
    const lines = [];
    let sent = Promise.resolve();
    let batch = 0;
    const flush = () => {
      while (lines.length) {
        const logs = lines.splice(0, BATCH);
        const reportId = `log-${(batch += 1)}`;
        sent = sent.then(() => tell({ logs, reportId }));
      }
    };
    const timer = setInterval(flush, FLUSH_MS);
    try {
      const onLine = line => lines.push(line);
      return await runScript({ file, job, onLine, signal });
    } finally {
      clearInterval(timer);
      flush();
      await sent;
    }
  }
}
