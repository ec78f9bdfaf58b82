// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Tasks with one key run one after the other, in the order of asking; a failed one does not stop the next. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  static create(): Turns {
    return new Turns();
  }

  private constructor() {}

  async take<TResult>(
    key: string,
    task: () => Promise<TResult>,
  ): Promise<TResult> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const own = before.then(task, task);
    this.#last.set(key, own);
    try {
      return await own;
    } finally {
      if (this.#last.get(key) === own) {
        this.#last.delete(key);
      }
    }
  }
}
