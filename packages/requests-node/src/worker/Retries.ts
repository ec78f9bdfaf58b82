// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestStep } from '@fairway/requests-common';
import type { RequestStore } from '../store/types';

/** Pauses between the attempts at a step that throws. @public */
export interface RetryOptions {
  /** Attempts in a row before a person is asked. */
  attempts: number;
  /** Pause after the first; each next one is twice as long. */
  firstPauseMilliseconds: number;
  longestPauseMilliseconds: number;
}

export const DEFAULT_RETRIES: RetryOptions = {
  attempts: 5,
  firstPauseMilliseconds: 5_000,
  longestPauseMilliseconds: 5 * 60_000,
};

/** Events with which a step begins anew, whatever was before. */
const ANEW = [
  'submitted',
  'revised',
  'replanned',
  'approval-lapsed',
  'retried',
];

/** Counts by the history, so that a restart forgets no attempt. */
export class Retries {
  readonly #store: RequestStore;
  readonly #options: RetryOptions;

  constructor(store: RequestStore, options: RetryOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** When the step is tried again; nothing when it was tried often enough. */
  async next(
    requestId: string,
    { row, now }: { row: RequestStep; now: Date },
  ): Promise<Date | undefined> {
    const { attempts, firstPauseMilliseconds, longestPauseMilliseconds } =
      this.#options;
    const events = await this.#store.events(requestId);
    let earlier = 0;
    for (const { type, data } of events.reverse()) {
      if (ANEW.includes(type)) break;
      // What people say meanwhile, and a refused attempt, are no run of the step.
      const isOwn = data.step === row.id && data.phase === row.phase;
      if (!isOwn || type === 'step-started') continue;
      if (type !== 'step-retrying') break;
      earlier++;
    }
    if (earlier + 1 >= attempts) return undefined;
    const pause = Math.min(
      firstPauseMilliseconds * 2 ** earlier,
      longestPauseMilliseconds,
    );
    return new Date(now.getTime() + pause);
  }
}
