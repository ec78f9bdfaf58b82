// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';

const REDRAW_EVERY_MS = 500;

function seconds(ms) {
  const whole = Math.round(ms / 1000);
  return whole < 90 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}

/** What long steps took on this machine, so that the next estimate is its own. */
class Timings {
  #file;

  constructor(root) {
    this.#file = path.join(root, '.tools', 'timings.json');
  }

  #read() {
    try {
      return JSON.parse(fs.readFileSync(this.#file, 'utf8'));
    } catch {
      return {}; // none yet
    }
  }

  estimate(step, fallbackMs) {
    return this.#read()[step] ?? fallbackMs;
  }

  record(step, ms) {
    fs.mkdirSync(path.dirname(this.#file), { recursive: true });
    fs.writeFileSync(
      this.#file,
      JSON.stringify({ ...this.#read(), [step]: ms }),
    );
  }
}

/**
 * Runs a long step and shows how far it is: a line that is redrawn in a terminal, one line at the start and one
 * at the end elsewhere. `work` gets a function that names what it is doing.
 */
export async function withProgress(
  { root, step, title, usuallyMs, say },
  work,
) {
  const timings = new Timings(root);
  const expected = timings.estimate(step, usuallyMs);
  const started = Date.now();
  let doing = '';
  const terminal = process.stderr.isTTY;
  const draw = () => {
    const spent = Date.now() - started;
    const percent = Math.min(99, Math.round((100 * spent) / expected));
    const text = `${title}: ${percent} %, ${seconds(spent)} of about ${seconds(
      expected,
    )}${doing && ` · ${doing}`}`;
    process.stderr.write(
      `\r\x1b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`,
    );
  };
  if (!terminal) say(`${title}: about ${seconds(expected)}`);
  const timer = terminal && setInterval(draw, REDRAW_EVERY_MS);
  let finished = false;
  try {
    const result = await work(text => {
      doing = text;
    });
    finished = true;
    return result;
  } finally {
    clearInterval(timer);
    if (terminal) process.stderr.write('\r\x1b[K');
    const spent = Date.now() - started;
    if (finished) {
      timings.record(step, spent);
      say(`${title}: done in ${seconds(spent)}`);
    }
  }
}
