// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_PAUSE = 250;

/** Asks until there is an answer, less and less often: asking takes time from what is waited for. */
export async function waitFor<T>(
  probe: () => Promise<T | undefined | false>,
  options: { within?: number } = {},
): Promise<T> {
  const end = Date.now() + (options.within ?? 20_000);
  for (let rest = 20; ; rest = Math.min(rest * 1.5, LONGEST_PAUSE)) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${probe}`);
    await pause(rest);
  }
}
