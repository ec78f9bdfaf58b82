// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const TIMEOUT_MS = 20_000;
const BETWEEN_MS = 50;

/** Asks until the answer is good, and fails with the last one. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Still not: ${JSON.stringify(answer)}`);
    }
    await new Promise(resolve => setTimeout(resolve, BETWEEN_MS));
  }
}
