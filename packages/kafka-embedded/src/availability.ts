// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs';
import path from 'node:path';
import type { EmbeddedAvailability } from './types';

/** Where `scripts/build.mjs` puts the program: beside both `src` and `dist`. */
// eslint-disable-next-line no-restricted-syntax -- the same from `src` and from `dist`
export const PROGRAM_FOLDER = path.join(__dirname, '..', 'dist-wasm');

const FILES = ['kafka.wasm', 'wasm_exec.js', 'worker.mjs'];

/** Reads what the build left: the program, or the marker that says why there is none. */
export function readAvailability(folder: string): EmbeddedAvailability {
  if (FILES.every(file => fs.existsSync(path.join(folder, file)))) {
    return { available: true };
  }
  try {
    const { reason, remedy } = JSON.parse(
      fs.readFileSync(path.join(folder, 'unavailable.json'), 'utf8'),
    );
    return { available: false, reason, remedy };
  } catch {
    return {
      available: false,
      reason: 'It was not built yet.',
      remedy: 'Run set-up: npm run setup.',
    };
  }
}
