// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  resourceRefs,
  type TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  EntityLink,
  LoadError,
  RelativeTime,
  RequestState,
  ScrollTable,
  Section,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaRequestsApiRef } from '../../../api';
import { requestRouteRef } from '../../../routes';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { LoadingRows } from '../../../words';

const MOST_SHOWN = 20;
const COLUMNS = ['request', 'by', 'state', 'when'] as const;

/** What was asked for about the topic, open and done, as far as the person may see it. */
export const Requests = (props: { topic: TopicDetail }) => {
  const { environment, name } = props.topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaRequestsApiRef);
  const link = useRouteRef(requestRouteRef);
  const { value, error, isLoading, reload } = useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.list(
          {
            resource: resourceRefs({
              kind: 'kafka.topic',
              payload: {
                operation: 'protection',
                environment,
                name,
                deletionProtection: true,
              },
            }),
            limit: MOST_SHOWN,
          },
          { signal },
        ),
      [api, environment, name],
    ),
  );
  return (
    <Section title={t('topics.one.requests')}>
      {error && (
        <LoadError
          error={error}
          title={t('topics.one.requestsError')}
          notAllowedTitle={t('topics.one.requestsNotAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!error && !value && (
        <LoadingRows>{t('topics.one.requestsLoading')}</LoadingRows>
      )}
      {!error && value?.items.length === 0 && (
        <Text as="p">{t('topics.one.noRequests')}</Text>
      )}
      {!error && value && value.items.length > 0 && (
        <ScrollTable
          label={t('topics.one.requests')}
          columns={COLUMNS.map(column => t(`topics.one.columns.${column}`))}
        >
          {value.items.map(request => (
            <tr key={request.id}>
              <th scope="row">
                <Link href={link?.({ id: request.id }) ?? ''}>
                  {t('requests.name', {
                    number: String(request.number),
                    title: request.title,
                  })}
                </Link>
              </th>
              <td>
                <EntityLink
                  entityRef={request.requesterRef}
                  defaultKind="user"
                />
              </td>
              <td>
                <RequestState request={request} />
              </td>
              <td>
                <RelativeTime value={request.updatedAt} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Section>
  );
};
