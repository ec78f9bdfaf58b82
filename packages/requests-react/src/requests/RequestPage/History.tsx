// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Skeleton, Text } from '@backstage/ui';
import type {
  ChainReport,
  RequestEvent,
  RequestStep,
} from '@fairway/requests-common';
import { LoadError } from '../../components';
import type { Loaded } from '../../hooks';
import { EventTimeline } from '../EventTimeline';
import { fairwayRequestsTranslationRef } from '../translation';

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

/** Every event of a request, and whether they are the ones that were written. */
export const History = (props: {
  history: Loaded<{ items: RequestEvent[]; chain: ChainReport }>;
  steps: RequestStep[];
}) => {
  const { steps } = props;
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
        <EventTimeline
          label={t('history.title')}
          events={value.items}
          steps={steps}
        />
      )}
    </Flex>
  );
};
