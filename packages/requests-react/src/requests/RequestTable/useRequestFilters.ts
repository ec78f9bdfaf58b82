// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters } from '@fairway/requests-common';
import { useCallback, useMemo } from 'react';
import { useUrlParams } from '../../hooks';
import {
  REQUEST_STATE_TABS,
  STATE_TABS,
  type RequestStateTab,
} from './stateTabs';

/** What a person filtered by. @public */
export interface RequestFilterValues {
  state: RequestStateTab;
  kind?: string;
  environment?: string;
  /** An entity ref, or `me`. */
  requester?: string;
  text: string;
}

/** The filters of a list, kept in the URL so that a list can be sent to somebody. @public */
export interface RequestFilterState {
  values: RequestFilterValues;
  /** For the list. */
  filters: RequestFilters;
  /** For the counts of the tabs: without the tab. */
  countFilters: RequestFilters;
  /** Whether anything but the tab filters. */
  isFiltered: boolean;
  update(changes: Partial<RequestFilterValues>): void;
  /** Of everything but the tab, which can be given with it. */
  clear(changes?: Pick<RequestFilterValues, 'state'>): void;
}

const NAMES = {
  state: 'state',
  kind: 'kind',
  environment: 'environment',
  requester: 'requester',
  text: 'q',
} as const;

const listOf = (value?: string) => (value ? [value] : undefined);

function filtersOf(values: RequestFilterValues): RequestFilters {
  const { kind, environment, requester, text } = values;
  return {
    kind: listOf(kind),
    environment: listOf(environment),
    requester: requester === 'me' ? undefined : listOf(requester),
    mine: requester === 'me' || undefined,
    text: text.trim() || undefined,
  };
}

/**
 * Filters in the URL: `state`, `kind`, `environment`, `requester`, `q`. Other parameters stay as they are.
 *
 * @public
 */
export function useRequestFilters(): RequestFilterState {
  const [params, changeParams] = useUrlParams();

  const update = useCallback(
    (changes: Partial<RequestFilterValues>) =>
      changeParams(next =>
        Object.entries(changes).forEach(([key, value]) => {
          const name = NAMES[key as keyof typeof NAMES];
          if (value && value !== 'all') next.set(name, value);
          else next.delete(name);
        }),
      ),
    [changeParams],
  );
  const clear = useCallback(
    (changes?: Pick<RequestFilterValues, 'state'>) =>
      update({
        ...changes,
        kind: undefined,
        environment: undefined,
        requester: undefined,
        text: '',
      }),
    [update],
  );

  return useMemo(() => {
    const state = REQUEST_STATE_TABS.find(tab => tab === params.get('state'));
    const values: RequestFilterValues = {
      state: state ?? 'all',
      kind: params.get(NAMES.kind) ?? undefined,
      environment: params.get(NAMES.environment) ?? undefined,
      requester: params.get(NAMES.requester) ?? undefined,
      text: params.get(NAMES.text) ?? '',
    };
    const countFilters = filtersOf(values);
    return {
      values,
      countFilters,
      filters: { ...countFilters, ...STATE_TABS[values.state].filters },
      isFiltered: Object.values(countFilters).some(Boolean),
      update,
      clear,
    };
  }, [params, update, clear]);
}
