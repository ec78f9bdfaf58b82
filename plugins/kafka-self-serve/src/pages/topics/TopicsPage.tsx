// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { EmptyState, LoadError, useLoad } from '@fairway/requests-react';
import { useCallback, useDeferredValue } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { LoadingRows, SnapshotAge } from '../../words';
import { useAskLinks } from '../ask';
import { TopicFilters } from './TopicFilters';
import { TopicTable } from './TopicTable';
import { useTopicQuery } from './useTopicQuery';

/** Topics of all environments that the person may see: searched, filtered and paged by the server. */
export const TopicsPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useAskLinks();
  const { query, columns, set, setColumns, clear, isNarrowed } =
    useTopicQuery();
  const {
    value: newest,
    error,
    isLoading,
    reload,
  } = useLoad(
    useCallback(
      (signal: AbortSignal) => api.topics(query, { signal }),
      [api, query],
    ),
  );
  // Rows are drawn in slices between which letters are taken: not in one task.
  const value = useDeferredValue(newest);
  const isEmpty = !error && value?.items.length === 0 && !isNarrowed;
  return (
    <Page
      title={t('topics.title')}
      isArea
      // Where there is nothing yet, what to do is said there.
      action={
        !isEmpty && (
          <ButtonLink variant="primary" href={links.newTopic()}>
            {t('topics.ask')}
          </ButtonLink>
        )
      }
    >
      <TopicFilters
        query={query}
        columns={columns}
        onChange={set}
        onColumns={setColumns}
      />
      {error && (
        <LoadError
          error={error}
          title={t('topics.error')}
          notAllowedTitle={t('topics.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && <LoadingRows>{t('topics.loading')}</LoadingRows>}
      {!error && value && <SnapshotAge snapshots={value.snapshots} />}
      {!error && value?.items.length === 0 && isNarrowed && (
        <EmptyState
          title={t('topics.noMatch.title')}
          action={
            <Button variant="secondary" onPress={clear}>
              {t('topics.noMatch.clear')}
            </Button>
          }
        >
          {t('topics.noMatch.text')}
        </EmptyState>
      )}
      {isEmpty && (
        <EmptyState
          title={t('topics.empty.title')}
          action={
            <ButtonLink variant="primary" href={links.newTopic()}>
              {t('topics.ask')}
            </ButtonLink>
          }
        >
          {t('topics.empty.text')}
        </EmptyState>
      )}
      {!error && value && value.items.length > 0 && (
        <TopicTable
          page={value}
          columns={columns}
          onCursor={cursor => set('cursor', cursor)}
        />
      )}
    </Page>
  );
};
