// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters } from '@fairway/requests-common';
import { useCallback, useMemo, useState } from 'react';
import { useLoad } from '../../hooks';
import { loadMergedPage, type MergePosition } from './loadMergedPage';
import type { RequestSource, SourcedRequest, SourceError } from './types';

const FIRST_PAGE: MergePosition[] = [{}];

/** A merged list, a page at a time. @public */
export interface MergedRequests {
  /** `undefined` until the first answer; the last page is kept while the next one is loaded. */
  items?: SourcedRequest[];
  /** Sources that are missing from this page and the ones after it. */
  errors: SourceError[];
  isLoading: boolean;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  nextPage(): void;
  previousPage(): void;
  /** Loads the page again. */
  reload(): void;
  /** Goes back to the page on which the first source failed, and loads it again. */
  retry(): void;
}

/**
 * The requests of several sources in one list, newest first. A source that fails is left out, with its error, and the
 * others go on.
 *
 * @param sources - kept by the caller (`useRequestSources`, `useMemo`)
 * @param filters - compared by content
 *
 * @public
 */
export function useMergedRequests(
  sources: RequestSource[],
  filters: RequestFilters,
  options: { pageSize?: number } = {},
): MergedRequests {
  const { pageSize = 20 } = options;
  const key = JSON.stringify([filters, pageSize]);
  const [trail, setTrail] = useState({ key, sources, positions: FIRST_PAGE });
  const positions =
    trail.key === key && trail.sources === sources
      ? trail.positions
      : FIRST_PAGE;
  const position = positions[positions.length - 1];

  const load = useCallback(
    (signal: AbortSignal) => {
      const [sameFilters, limit] = JSON.parse(key) as [RequestFilters, number];
      return loadMergedPage({
        sources,
        filters: sameFilters,
        position,
        limit,
        signal,
      });
    },
    [sources, key, position],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  const next = isLoading ? undefined : value?.next;

  return useMemo(() => {
    const goTo = (to: MergePosition[]) =>
      setTrail({ key, sources, positions: to });
    const errors =
      value?.errors ??
      (error ? sources.map(source => ({ source, error })) : []);
    return {
      items: value?.items,
      errors,
      isLoading,
      hasNextPage: !!next,
      hasPreviousPage: positions.length > 1,
      nextPage: () => next && goTo([...positions, next]),
      previousPage: () => positions.length > 1 && goTo(positions.slice(0, -1)),
      reload,
      retry: () => {
        const failed = positions.findIndex(each =>
          Object.values(each).some(source => source.error),
        );
        if (failed > 0) goTo(positions.slice(0, failed));
        else reload();
      },
    };
  }, [key, sources, positions, value, error, isLoading, next, reload]);
}
