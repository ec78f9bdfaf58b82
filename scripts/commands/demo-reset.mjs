// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import { dataFolder, DEMO_FOLDERS, holder } from '../lib/demo.mjs';
import { Trouble } from '../lib/trouble.mjs';

/** Deletes what the demo has made; the next start begins anew. */
export default async function resetDemo() {
  const data = dataFolder();
  const pid = holder(data).running();
  if (pid) {
    throw new Trouble(
      `The portal is running (process ${pid}) on ${data}.`,
      'End it with Ctrl-C, then reset.',
    );
  }
  for (const folder of DEMO_FOLDERS) {
    fs.rmSync(path.join(data, folder), { recursive: true, force: true });
  }
  process.stdout.write(
    `The demo's data in ${data} is gone; "npm start" begins anew.\n`,
  );
}
