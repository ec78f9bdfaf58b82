// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Lets one at a time write to a repository, in the order of coming. Git's compare-and-set makes several writers safe,
 * but of many at once all but one would do their work in vain and start over.
 */
export class RepositoryQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  static create(): RepositoryQueue {
    return new RepositoryQueue();
  }

  private constructor() {}

  async run<TResult>(
    repoUrl: string,
    work: () => Promise<TResult>,
  ): Promise<TResult> {
    const before = this.#last.get(repoUrl) ?? Promise.resolve();
    const mine = before.then(work);
    // Whoever comes next waits for the end, good or bad.
    const end = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(repoUrl, end);
    try {
      return await mine;
    } finally {
      if (this.#last.get(repoUrl) === end) this.#last.delete(repoUrl);
    }
  }
}
