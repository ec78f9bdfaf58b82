// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Skeleton, Text } from '@backstage/ui';
import type { ChainReport, RequestEvent } from '@fairway/requests-common';
import { LoadError } from '../../components';
import type { Loaded } from '../../hooks';
import { Timeline } from '../Timeline';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

/** Whether the chain of events is intact, and where it breaks. @public */
export const ChainState = (props: { chain: ChainReport }) => {
  const { chain } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (chain.ok) {
    return <Text as="p">{t('history.intact', { count: chain.events })}</Text>;
  }
  const { sequence, problem } = chain.broken ?? {};
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('history.brokenTitle')}
      description={t('history.broken', {
        sequence: String(sequence ?? '?'),
        problem: problem ?? '',
      })}
    />
  );
};

const Details = (props: { event: RequestEvent }) => {
  const { data, hash } = props.event;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <details className={styles.event}>
      <summary>{t('history.details')}</summary>
      <pre>{JSON.stringify(data, undefined, 2)}</pre>
      <pre>
        {t('history.hash')}: {hash}
      </pre>
    </details>
  );
};

/** Every event of a request, and whether they are the ones that were written. */
export const History = (props: {
  history: Loaded<{ items: RequestEvent[]; chain: ChainReport }>;
}) => {
  const { value, error, isLoading, reload } = props.history;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Flex direction="column" gap="4">
      {error && (
        <LoadError
          error={error}
          title={t('history.error')}
          notAllowedTitle={t('history.error')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!value && isLoading && <Skeleton width="100%" height="6rem" />}
      {value && <ChainState chain={value.chain} />}
      {value?.items.length === 0 && <Text as="p">{t('history.empty')}</Text>}
      {!!value?.items.length && (
        <Timeline
          label={t('history.title')}
          items={value.items.map(event => ({
            id: String(event.sequence),
            title: t('history.event', {
              sequence: String(event.sequence),
              type: event.type,
            }),
            at: event.at,
            actorRef: event.actorRef,
            content: <Details event={event} />,
          }))}
        />
      )}
    </Flex>
  );
};
