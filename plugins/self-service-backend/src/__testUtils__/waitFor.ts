// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer; what the last attempt said is in the error. */
export async function waitFor<T>(
  probe: () => Promise<T | undefined | false>,
  options: { within?: number } = {},
): Promise<T> {
  const end = Date.now() + (options.within ?? 20_000);
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${probe}`);
    await pause(50);
  }
}
