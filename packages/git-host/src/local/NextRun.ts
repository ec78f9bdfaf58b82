// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * One run at a time of each question. Whoever asks while one is under way shares
 * the next one with all others who do: it begins later, so that it sees whatever
 * any of them has written before asking.
 */
export class NextRun {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #next = new Map<string, Promise<unknown>>();

  static create(): NextRun {
    return new NextRun();
  }

  private constructor() {}

  ask<TAnswer>(
    question: string,
    run: () => Promise<TAnswer>,
  ): Promise<TAnswer> {
    const running = this.#running.get(question);
    if (!running) return this.#begin(question, run);
    const shared = this.#next.get(question);
    if (shared) return shared as Promise<TAnswer>;
    const own = running
      .catch(() => {})
      .then(() => {
        this.#next.delete(question);
        return this.#begin(question, run);
      });
    this.#next.set(question, own);
    return own;
  }

  #begin<TAnswer>(
    question: string,
    run: () => Promise<TAnswer>,
  ): Promise<TAnswer> {
    const own = run().finally(() => {
      if (this.#running.get(question) === own) this.#running.delete(question);
    });
    this.#running.set(question, own);
    return own;
  }
}
