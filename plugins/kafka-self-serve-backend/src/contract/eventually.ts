// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;
const WITHIN_MS = 30_000;

/** Looks until it is so: what brokers create and delete shows late. The last failure is thrown. */
export async function eventually<T>(
  look: () => Promise<T>,
  { withinMs = WITHIN_MS }: { withinMs?: number } = {},
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(LOOK_EVERY_MS);
    }
  }
}
