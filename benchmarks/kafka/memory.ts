// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** MiB of this process, once what nobody holds any more is thrown away. */
export interface Memory {
  /** What the system gave it. */
  resident: number;
  /** Objects of JavaScript. */
  heap: number;
  /** Buffers and what else lies outside of the heap. */
  external: number;
}

// What is to be measured is what the backend holds, and not what nobody has thrown away yet.
setFlagsFromString('--expose-gc');
const collectGarbage: (options: object) => void = runInNewContext('gc');

const mebibytes = (bytes: number) => bytes / 1024 / 1024;

function memoryNow(): Memory {
  // With what else could be given back to the system.
  collectGarbage({ type: 'major', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    resident: mebibytes(rss),
    heap: mebibytes(heapUsed),
    external: mebibytes(external),
  };
}

/** More than before: what is held in the end, and the most that was resident until then. */
export interface Growth extends Memory {
  peak: number;
}

const LOOK_EVERY_MS = 20;

/** Memory from now on; each look begins a new peak. */
export function watchMemory() {
  const before = memoryNow();
  const residentNow = () => mebibytes(process.memoryUsage.rss());
  let peak = before.resident;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentNow());
  }, LOOK_EVERY_MS);
  return {
    before,
    growth(): Growth {
      const most = Math.max(peak, residentNow());
      const now = memoryNow();
      peak = now.resident;
      return {
        resident: now.resident - before.resident,
        heap: now.heap - before.heap,
        external: now.external - before.external,
        peak: most - before.resident,
      };
    },
    stop: () => clearInterval(timer),
  };
}
