// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const ENGINE = join(
  __dirname,
  '../../plugins/ownership-node/src/engine/loadPolicy.ts',
);

/** What runs where no code was compiled before: loads once, and answers how long it took. */
const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  require(workerData.transform);
  const { loadPolicy } = require(workerData.engine);
  const start = performance.now();
  const { errors } = loadPolicy(workerData.text);
  const took = performance.now() - start;
  if (errors.length) throw new Error(errors[0].message);
  parentPort.postMessage(took);
`;

/** Milliseconds that the first load takes in a fresh isolate, as after a start. */
export function measureFirstLoad(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCRIPT, {
      eval: true,
      workerData: {
        text,
        engine: ENGINE,
        transform: require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      },
    });
    worker.once('message', took => {
      resolve(took);
      worker.terminate();
    });
    worker.once('error', reject);
  });
}
