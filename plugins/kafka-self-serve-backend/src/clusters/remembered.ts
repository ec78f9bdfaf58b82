// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** One call for everybody who asks within a while; one that failed is made again by the next. */
export function remembered<T>(
  call: () => Promise<T>,
  milliseconds: number,
): () => Promise<T> {
  let last: { answer: Promise<T>; until: number } | undefined;
  return () => {
    if (last && performance.now() < last.until) return last.answer;
    const answer = call();
    const mine = { answer, until: performance.now() + milliseconds };
    last = mine;
    answer.catch(() => {
      if (last === mine) last = undefined;
    });
    return answer;
  };
}
