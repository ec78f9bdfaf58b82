// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import type { RequestFilters } from '@fairway/requests-common';
import { type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import { EmptyState } from '../../components';
import { useRequestSignals } from '../hooks';
import {
  type RequestSource,
  useMergedCounts,
  useMergedRequests,
} from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';
import { RequestFiltersBar } from './RequestFiltersBar';
import { RequestList } from './RequestList';
import { RequestTabs } from './RequestTabs';
import { SourceErrors } from './SourceErrors';
import { REQUEST_STATE_TABS, type RequestStateTab } from './stateTabs';
import { useFilterOptions } from './useFilterOptions';
import type { SparedColumn } from './useRequestColumns';
import { useRequestFilters } from './useRequestFilters';

/** @public */
export interface RequestTableProps {
  /** Heading: "My requests". */
  title: string;
  /** Kept by the caller: `useRequestSources()`, or one's own in a `useMemo`. */
  sources: RequestSource[];
  /** What the list is of, beside what the person filters by: `{ mine: true }`. */
  only?: RequestFilters;
  /** None for a list that is of one state anyway. */
  tabs?: RequestStateTab[];
  /** Refs of environments to filter by; those that were seen in the list are added. */
  environments?: string[];
  /** What the list is and the next step, where there is nothing in it. */
  empty: { title: string; text: ReactNode; action?: ReactNode };
  /** Beside the heading. */
  actions?: ReactNode;
}

/**
 * The requests of one or several sources: newest first, paged by the server, filtered by what is in the URL, and
 * brought up to date by signals.
 *
 * @public
 */
export const RequestTable = (props: RequestTableProps) => {
  const { title, sources, only, tabs = REQUEST_STATE_TABS } = props;
  const { environments, empty, actions } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const headingId = useId();
  const [pageSize, setPageSize] = useState(20);
  const filterState = useRequestFilters();
  const { values, filters, countFilters, isFiltered, update, clear } =
    filterState;

  const list = useMergedRequests(
    sources,
    { ...(tabs.length > 0 ? filters : countFilters), ...only },
    { pageSize },
  );
  const { counts, reload: reloadCounts } = useMergedCounts(sources, {
    ...countFilters,
    ...only,
  });
  const { reload } = list;
  const refresh = useCallback(() => {
    reload();
    reloadCounts();
  }, [reload, reloadCounts]);
  useRequestSignals({
    pluginIds: useMemo(() => sources.map(({ id }) => id), [sources]),
    onSignal: refresh,
  });

  const options = useFilterOptions({
    sources,
    environments,
    items: list.items,
  });
  const isOfOneKind = options.kinds.length < 2;
  const isOfOnePerson = !!only?.mine;
  const without = useMemo(() => {
    const spared: SparedColumn[] = [];
    if (isOfOneKind) spared.push('kind');
    if (isOfOnePerson) spared.push('requester');
    return spared;
  }, [isOfOneKind, isOfOnePerson]);
  const nothingAnswered = list.errors.length === sources.length;
  const isEmpty =
    list.items?.length === 0 && !list.isLoading && !list.hasPreviousPage;
  const isNarrowed = isFiltered || (tabs.length > 0 && values.state !== 'all');

  const body = (
    <Flex direction="column" gap="4">
      <SourceErrors
        errors={list.errors}
        onRetry={list.retry}
        isRetrying={list.isLoading}
      />
      {isEmpty && list.errors.length === 0 && isNarrowed && (
        <EmptyState
          title={t('table.noMatch.title')}
          action={
            <Button variant="secondary" onPress={() => clear({ state: 'all' })}>
              {t('filters.clear')}
            </Button>
          }
        >
          {t('table.noMatch.text')}
        </EmptyState>
      )}
      {isEmpty && list.errors.length === 0 && !isNarrowed && (
        <EmptyState title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      )}
      {!isEmpty && !(nothingAnswered && sources.length > 0) && (
        <RequestList
          list={list}
          labelledBy={headingId}
          without={without}
          pageSize={pageSize}
          onPageSizeChange={setPageSize}
        />
      )}
    </Flex>
  );

  return (
    <Flex direction="column" gap="4">
      <Flex align="center" justify="between" gap="3">
        <Text as="h2" id={headingId} variant="title-small">
          {title}
        </Text>
        {actions}
      </Flex>
      <RequestFiltersBar
        state={filterState}
        {...options}
        withoutEnvironment={!!only?.environment}
        withoutRequester={isOfOnePerson}
      />
      {tabs.length > 0 ? (
        <RequestTabs
          tabs={tabs}
          selected={values.state}
          counts={counts}
          onSelect={state => update({ state })}
        >
          {body}
        </RequestTabs>
      ) : (
        body
      )}
    </Flex>
  );
};
