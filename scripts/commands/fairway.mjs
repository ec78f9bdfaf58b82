// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from '../lib/processes.mjs';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

process.exitCode = await runToEnd(
  process.execPath,
  [path.join(root, 'packages/cli/bin/fairway'), ...process.argv.slice(2)],
  // Paths on the command line are meant from where the person stands.
  { cwd: process.env.INIT_CWD ?? process.cwd() },
);
