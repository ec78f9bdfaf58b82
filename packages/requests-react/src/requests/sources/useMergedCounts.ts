// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestCounts, RequestFilters } from '@fairway/requests-common';
import { useCallback } from 'react';
import { useLoad } from '../../hooks';
import type { RequestSource } from './types';

const add = (left: RequestCounts, right: RequestCounts): RequestCounts =>
  Object.fromEntries(
    Object.entries(left).map(([name, count]) => [
      name,
      count + right[name as keyof RequestCounts],
    ]),
  ) as unknown as RequestCounts;

/**
 * Counts of several sources together. A source that fails counts for nothing: the list beside it names it.
 *
 * @param sources - kept by the caller
 * @param filters - compared by content
 *
 * @public
 */
export function useMergedCounts(
  sources: RequestSource[],
  filters: RequestFilters,
): { counts?: RequestCounts; reload(): void } {
  const key = JSON.stringify(filters);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const answers = await Promise.allSettled(
        sources.map(({ api }) => api.counts(JSON.parse(key), { signal })),
      );
      const counts = answers.flatMap(answer =>
        answer.status === 'fulfilled' ? answer.value : [],
      );
      return counts.length > 0 ? counts.reduce(add) : undefined;
    },
    [sources, key],
  );
  const { value, reload } = useLoad(load);
  return { counts: value, reload };
}
