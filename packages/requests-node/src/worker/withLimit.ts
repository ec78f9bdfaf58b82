// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** The longest time of a timer; a longer one would be over at once. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1;

/**
 * What `run` gives, or `tooLate` when that takes longer than it may: then its signal aborts, and nobody waits for it any
 * more, since what hears no signal might hang for ever.
 */
export async function withLimit<T>(
  run: (signal: AbortSignal) => Promise<T>,
  options: {
    milliseconds: number;
    /** Aborts the run too, and waits for its end. */
    signal: AbortSignal;
    tooLate: () => Error;
  },
): Promise<T> {
  const { milliseconds, signal, tooLate } = options;
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = tooLate();
      // Before the signal: what the run says to it is not why it ended.
      reject(error);
      limit.abort(error);
    }, Math.min(milliseconds, LONGEST_MILLISECONDS));
  });
  try {
    const running = run(AbortSignal.any([signal, limit.signal]));
    return await Promise.race([passed, running]);
  } finally {
    clearTimeout(timer);
  }
}
