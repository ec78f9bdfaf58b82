// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** A step's context over several runs: what was kept before is there in the next. */
export class Runs {
  readonly logged: string[] = [];
  earlier: JsonObject = {};
  #attempt = 0;
  /** Dies when it keeps something for the nth time. */
  readonly #onKeep?: () => void;

  constructor(options: { onKeep?: () => void } = {}) {
    this.#onKeep = options.onKeep;
  }

  next() {
    this.#attempt += 1;
    return {
      attempt: this.#attempt,
      earlier: this.earlier,
      now: new Date('2026-06-01T10:00:00Z'),
      signal: new AbortController().signal,
      keep: async (outputs: JsonObject) => {
        const internal = {
          ...(this.earlier.internal as JsonObject),
          ...(outputs.internal as JsonObject),
        };
        this.earlier = { ...this.earlier, ...outputs, internal };
        this.#onKeep?.();
      },
      log: async (...lines: string[]) => {
        this.logged.push(...lines);
      },
    };
  }
}
