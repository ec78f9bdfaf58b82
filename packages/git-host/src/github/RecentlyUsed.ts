// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Keeps what was used last, up to a total weight. For things that never change under their key. */
export class RecentlyUsed<TValue> {
  readonly #kept = new Map<string, { value: TValue; weight: number }>();
  readonly #limit: number;
  #total = 0;

  static create<TValue>(options: { limit: number }): RecentlyUsed<TValue> {
    return new RecentlyUsed(options.limit);
  }

  private constructor(limit: number) {
    this.#limit = limit;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  get(key: string): TValue | undefined {
    const found = this.#kept.get(key);
    if (found) {
      // A map keeps the order of insertion: the first is the one that was not used for longest.
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return found?.value;
  }

  set(key: string, value: TValue, weight: number): void {
    this.#total += weight - (this.#kept.get(key)?.weight ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, { value, weight });
    for (const [oldest, kept] of this.#kept) {
      if (this.#total <= this.#limit || oldest === key) {
        return;
      }
      this.#kept.delete(oldest);
      this.#total -= kept.weight;
    }
  }
}
