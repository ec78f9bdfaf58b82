// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Clock } from './types';

/**
 * Remembers answers for a while. Callers that ask for the same key at the same
 * time share one look-up, and a failed look-up is not remembered.
 */
export class ExpiringCache<TValue> {
  readonly #entries = new Map<
    string,
    { value: Promise<TValue>; since: number }
  >();
  readonly #options: { timeToLiveMs: number; maxEntries: number; clock: Clock };

  constructor(options: {
    timeToLiveMs: number;
    maxEntries: number;
    clock: Clock;
  }) {
    this.#options = options;
  }

  get(key: string, lookUp: () => Promise<TValue>): Promise<TValue> {
    const now = this.#options.clock().getTime();
    const known = this.#entries.get(key);
    if (known && this.#isFresh(known.since, now)) {
      return known.value;
    }
    // Counted from the start of the look-up: an answer may be as old as that.
    const entry = { value: lookUp(), since: now };
    this.#entries.delete(key);
    this.#makeRoom();
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) {
        this.#entries.delete(key);
      }
    });
    return entry.value;
  }

  #isFresh(since: number, now: number): boolean {
    // A clock that was set back must not make an answer last longer.
    return now >= since && now - since < this.#options.timeToLiveMs;
  }

  #makeRoom(): void {
    const [oldest] = this.#entries.keys();
    if (
      oldest !== undefined &&
      this.#entries.size >= this.#options.maxEntries
    ) {
      this.#entries.delete(oldest);
    }
  }
}
