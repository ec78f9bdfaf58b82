// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { useCallback } from 'react';
import {
  EntityLink,
  LoadError,
  RelativeTime,
  ScrollTable,
} from '../../components';
import { useLoad } from '../../hooks';
import type { RequestSource } from '../sources';
import { RequestState } from '../state';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

const SHOWN = 5;
const COLUMNS = ['request', 'requester', 'state', 'age'] as const;

/** How requests like this one ended: of its kind, in its environment, as far as the person may read them. */
export const SimilarRequests = (props: {
  source: RequestSource;
  request: RequestDetail;
}) => {
  const { source, request } = props;
  const { api } = source;
  const { id, kind, environmentRef } = request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const { value, error, isLoading, reload } = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const { items } = await api.list(
          {
            kind: [kind],
            ...(environmentRef && { environment: [environmentRef] }),
            // This one is among them.
            limit: SHOWN + 1,
          },
          { signal },
        );
        return items.filter(each => each.id !== id).slice(0, SHOWN);
      },
      [api, id, kind, environmentRef],
    ),
  );
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('similar.error')}
        notAllowedTitle={t('similar.notAllowed')}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value) {
    return (
      <Skeleton width="100%" height={80} aria-label={t('similar.loading')} />
    );
  }
  if (value.length === 0) return <Text as="p">{t('similar.none')}</Text>;
  return (
    <Flex direction="column" gap="2">
      <Text as="p">{t('similar.text')}</Text>
      <ScrollTable
        label={t('similar.title')}
        columns={COLUMNS.map(column => t(`similar.columns.${column}`))}
      >
        {value.map(each => (
          <tr key={each.id}>
            <th scope="row" className={styles.similar}>
              <Link href={source.pageOf(each) ?? ''}>
                {t('name', { number: String(each.number), title: each.title })}
              </Link>
            </th>
            <td>
              <EntityLink entityRef={each.requesterRef} defaultKind="user" />
            </td>
            <td>
              <RequestState request={each} />
            </td>
            <td>
              <RelativeTime value={each.createdAt} />
            </td>
          </tr>
        ))}
      </ScrollTable>
    </Flex>
  );
};
