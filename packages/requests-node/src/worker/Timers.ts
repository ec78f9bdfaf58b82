// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ServiceParts } from '../service/DefaultRequestService';

const BATCH = 100;

/** Ends what was left lying, and reminds. The times are rows, so any process may do it, and a restart loses none. */
export class Timers {
  readonly #service: ServiceParts;

  constructor(service: ServiceParts) {
    this.#service = service;
  }

  /** Whether there may be more that is due. */
  async run(): Promise<boolean> {
    const { parts, ending } = this.#service;
    const due = await parts.store.due({ limit: BATCH });
    let moved = 0;
    for (const request of due) {
      try {
        const expired = await ending.expire(request.id);
        const after = await ending.remind(request.id);
        const latest = Math.max(expired.rowVersion, after.rowVersion);
        if (latest > request.rowVersion) moved++;
      } catch (error) {
        parts.logger.error(
          `The time of request ${request.id} came, and nothing could be done`,
          error as Error,
        );
      }
    }
    return due.length === BATCH && moved > 0;
  }
}
