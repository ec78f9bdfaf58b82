// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import {
  EmptyState,
  ExportButtons,
  LoadError,
  REQUEST_STATE_TABS,
  RequestFiltersBar,
  RequestTabs,
  Section,
  useMergedCounts,
  useMergedRequests,
  useRequestFilters,
} from '@fairway/requests-react';
import { useMemo } from 'react';
import { useOwnSource } from '../../source';
import { selfServiceTranslationRef } from '../../translation';
import { AuditList } from './AuditList';
import { ChainStatus } from './ChainStatus';
import { PeriodFields } from './PeriodFields';
import { useFilterChoices } from './useFilterChoices';
import { usePeriod } from './usePeriod';

const PAGE_SIZE = 20;

/** Chain status, filters, export, and the requests with their events. */
export const Audit = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const own = useOwnSource();
  const sources = useMemo(() => [own], [own]);
  const state = useRequestFilters();
  const period = usePeriod();
  const filters = { ...state.filters, ...period.filters };
  const list = useMergedRequests(sources, filters, { pageSize: PAGE_SIZE });
  const { items, errors, isLoading, hasNextPage, hasPreviousPage } = list;
  const { counts } = useMergedCounts(sources, {
    ...state.countFilters,
    ...period.filters,
  });
  const choices = useFilterChoices(own, items);
  const [failed] = errors;
  return (
    <Flex direction="column" gap="6">
      <Flex
        align="center"
        justify="between"
        gap="3"
        style={{ flexWrap: 'wrap' }}
      >
        <Text as="h2" variant="title-small">
          {t('audit.title')}
        </Text>
        <ExportButtons api={own.api} filters={filters} />
      </Flex>
      <ChainStatus source={own} />
      <Section title={t('audit.requests.title')}>
        <RequestFiltersBar state={state} {...choices} />
        <PeriodFields period={period} />
        <RequestTabs
          tabs={REQUEST_STATE_TABS}
          selected={state.values.state}
          counts={counts}
          onSelect={tab => state.update({ state: tab })}
        >
          <Flex direction="column" gap="4">
            {failed && (
              <LoadError
                error={failed.error}
                title={t('audit.requests.error')}
                notAllowedTitle={t('administration.notAllowed')}
                onRetry={list.retry}
                isRetrying={isLoading}
              />
            )}
            {!failed && items?.length === 0 && !isLoading && (
              <EmptyState
                title={t('audit.requests.empty.title')}
                headingLevel="h4"
              >
                {t('audit.requests.empty.text')}
              </EmptyState>
            )}
            {!failed && <AuditList items={items} isLoading={isLoading} />}
            {(hasNextPage || hasPreviousPage) && (
              <Flex gap="2">
                <Button
                  variant="secondary"
                  isDisabled={!hasPreviousPage || isLoading}
                  onPress={list.previousPage}
                >
                  {t('audit.requests.previous')}
                </Button>
                <Button
                  variant="secondary"
                  isDisabled={!hasNextPage || isLoading}
                  onPress={list.nextPage}
                >
                  {t('audit.requests.next')}
                </Button>
              </Flex>
            )}
          </Flex>
        </RequestTabs>
      </Section>
    </Flex>
  );
};
