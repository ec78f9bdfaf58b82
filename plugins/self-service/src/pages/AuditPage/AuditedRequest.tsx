// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { RequestSummary } from '@fairway/requests-common';
import {
  ChainState,
  EventTimeline,
  LoadError,
  RelativeTime,
  type RequestSource,
  useLoad,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { selfServiceTranslationRef } from '../../translation';

/** The events of one request, in order, with what each recorded, and whether their chain is intact. */
export const AuditedRequest = (props: {
  request: RequestSummary;
  source: RequestSource;
}) => {
  const { request, source } = props;
  const { api } = source;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const load = useCallback(
    (signal: AbortSignal) => api.events(request.id, { signal }),
    [api, request.id],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  const page = source.pageOf(request);
  return (
    <Flex direction="column" gap="3">
      <Text as="p">
        {t('audit.events.made')} <RelativeTime value={request.createdAt} />
        {page && (
          <>
            {' · '}
            <Link href={page}>{t('audit.events.page')}</Link>
          </>
        )}
      </Text>
      {error && (
        <LoadError
          error={error}
          title={t('audit.events.error')}
          notAllowedTitle={t('audit.events.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!value && !error && (
        <div role="status">
          <VisuallyHidden>{t('audit.events.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={96} />
        </div>
      )}
      {value && <ChainState chain={value.chain} />}
      {value && (
        <EventTimeline
          label={t('audit.events.label', { number: String(request.number) })}
          events={value.items}
        />
      )}
    </Flex>
  );
};
