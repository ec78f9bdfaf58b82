// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { useEffect } from 'react';
import { LoadError } from '../../components';
import type { RequestSource } from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';
import { RequestSkeleton } from './RequestSkeleton';
import { RequestView } from './RequestView';
import { useLiveRequest } from './useLiveRequest';

/**
 * The body of a request's page, from draft to catalog, kept up to date by signals, and by polling where there are none.
 *
 * @public
 */
export const RequestPage = (props: {
  source: RequestSource;
  requestId: string;
  /** Called with every state of it that is shown. */
  onLoaded?: (request: RequestDetail) => void;
}) => {
  const { source, requestId, onLoaded } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const live = useLiveRequest(source, requestId);
  const { request, error, isLoading, version, reload, replace } = live;
  useEffect(() => {
    if (request) onLoaded?.(request);
  }, [request, onLoaded]);
  return (
    <Flex direction="column" gap="4">
      {error && !request && (
        <Text as="h2" variant="title-small">
          {t('page.heading')}
        </Text>
      )}
      {error && (
        <LoadError
          error={error}
          title={t(request ? 'page.refreshFailed' : 'page.error')}
          notAllowedTitle={t('page.notAllowed')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {!request && !error && <RequestSkeleton />}
      {request && (
        <RequestView
          // What is typed, open or followed belongs to one request.
          key={request.id}
          source={source}
          request={request}
          version={version}
          onChanged={replace}
        />
      )}
    </Flex>
  );
};
