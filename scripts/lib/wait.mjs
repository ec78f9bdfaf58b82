// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const POLL_MS = 250;

/**
 * Asks `probe` until it answers something other than undefined or false. A probe that throws is asked again;
 * its last words are in the error when the time is over. `everyMs`: how often, where what is waited for is measured.
 */
export async function waitFor(
  what,
  probe,
  { withinMs, giveUp, everyMs = POLL_MS },
) {
  const end = Date.now() + withinMs;
  let last = '';
  for (;;) {
    try {
      const answer = await probe();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error.cause?.message ?? error.message;
    }
    const reason = giveUp?.();
    if (reason) throw new Error(`${what}: ${reason}`);
    if (Date.now() > end) {
      throw new Error(
        `${what}: not within ${Math.round(withinMs / 1000)} s${
          last && ` (${last})`
        }`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
}
