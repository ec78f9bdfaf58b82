// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Does something again and again: at once while there is more, else when it is nudged or the pause is over. */
export class Loop {
  readonly #run: () => Promise<boolean>;
  readonly #pauseMilliseconds: number;
  readonly #onError: (error: Error) => void;
  #wake = () => {};
  #nudged = false;
  #stopped = false;
  #ended: Promise<void> | undefined;

  constructor(options: {
    /** Whether there is more. */
    run: () => Promise<boolean>;
    pauseMilliseconds: number;
    onError: (error: Error) => void;
  }) {
    this.#run = options.run;
    this.#pauseMilliseconds = options.pauseMilliseconds;
    this.#onError = options.onError;
  }

  start(): void {
    this.#ended ??= this.#loop();
  }

  nudge(): void {
    this.#nudged = true;
    this.#wake();
  }

  /** Resolves when the last round is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#ended;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      this.#nudged = false;
      let more = false;
      try {
        more = await this.#run();
      } catch (error) {
        this.#onError(error as Error);
      }
      if (!more && !this.#nudged && !this.#stopped) await this.#pause();
    }
  }

  #pause(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, this.#pauseMilliseconds);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
