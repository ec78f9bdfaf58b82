// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';
import { lookAtAll } from './handlers';
import type { RequestCluster, Standing, Work, WorkContext } from './types';

const SHOWS_WITHIN_MS = 5_000;
const FIRST_LOOK_MS = 20;

export interface Unfinished {
  work: Work;
  standing: Standing;
}

/**
 * The first work that is not done. What was created or deleted shows late, on
 * one broker after the other: it is looked for until it shows, or was waited
 * for long enough.
 */
export async function readBack(
  works: readonly Work[],
  options: {
    cluster: RequestCluster;
    contextOf: (work: Work) => WorkContext;
    /** Milliseconds; 5 seconds if left out. */
    showsWithin?: number;
  },
): Promise<Unfinished | undefined> {
  const { cluster, contextOf, showsWithin = SHOWS_WITHIN_MS } = options;
  const end = Date.now() + showsWithin;
  for (let wait = FIRST_LOOK_MS; ; wait *= 2) {
    const standings = await lookAtAll(cluster, works, contextOf);
    const at = standings.findIndex(standing => standing.at !== 'after');
    if (at < 0) return undefined;
    if (Date.now() + wait > end) {
      return { work: works[at], standing: standings[at] };
    }
    await pause(wait);
  }
}
