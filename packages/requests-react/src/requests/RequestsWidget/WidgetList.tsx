// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { RequestFilters } from '@fairway/requests-common';
import { useMemo } from 'react';
import { Section } from '../../components';
import { useRequestSignals } from '../hooks';
import { SourceErrors } from '../RequestTable/SourceErrors';
import { RequestLink } from '../RequestTable/useRequestColumns';
import { type RequestSource, useMergedRequests } from '../sources';
import { RequestState } from '../state';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestsWidget.module.css';

/** The newest requests of a kind, with a link to all of them. */
export const WidgetList = (props: {
  title: string;
  /** What is said where there are none. */
  empty: string;
  sources: RequestSource[];
  filters: RequestFilters;
  count: number;
  /** Path of the whole list. */
  href?: string;
}) => {
  const { title, empty, sources, filters, count, href } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const list = useMergedRequests(sources, filters, { pageSize: count });
  const { items, errors, isLoading, hasNextPage } = list;
  useRequestSignals({
    pluginIds: useMemo(() => sources.map(({ id }) => id), [sources]),
    onSignal: list.reload,
  });
  return (
    <Section title={title}>
      {!items && isLoading && (
        <>
          <VisuallyHidden role="status">{t('widget.loading')}</VisuallyHidden>
          <Skeleton width="100%" height="1.5rem" />
          <Skeleton width="100%" height="1.5rem" />
        </>
      )}
      <SourceErrors
        errors={errors}
        onRetry={list.retry}
        isRetrying={isLoading}
      />
      {items?.length === 0 && errors.length === 0 && (
        <Text as="p">{empty}</Text>
      )}
      {!!items?.length && (
        <ul className={styles.list} aria-label={title}>
          {items.map(item => (
            <li key={item.id} className={styles.item}>
              <RequestLink item={item} />
              <RequestState request={item.request} />
            </li>
          ))}
        </ul>
      )}
      {href && hasNextPage && (
        <Flex>
          <Link href={href} aria-label={`${t('widget.all')}: ${title}`}>
            {t('widget.all')}
          </Link>
        </Flex>
      )}
    </Section>
  );
};
