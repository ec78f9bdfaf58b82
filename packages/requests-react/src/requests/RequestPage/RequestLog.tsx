// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import { LoadError } from '../../components';
import { LogView } from '../LogView';
import { fairwayRequestsTranslationRef } from '../translation';
import { useRequestLog } from './useRequestLog';

/** The log of a request; follows what is still being written. */
export const RequestLog = (props: {
  api: RequestsApi;
  request: RequestDetail;
  version: object;
}) => {
  const { api, request, version } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const isLive = ['queued', 'running', 'waiting'].includes(request.execution);
  const { lines, error, isLoading, reload } = useRequestLog({
    api,
    requestId: request.id,
    isLive,
    version,
  });
  return (
    <>
      {error && (
        <LoadError
          error={error}
          title={t('logs.error')}
          notAllowedTitle={t('logs.error')}
          onRetry={reload}
          isRetrying={isLoading}
        />
      )}
      {lines.length === 0 && isLoading && !isLive ? (
        <Skeleton width="100%" height="6rem" />
      ) : (
        <LogView lines={lines} follow={isLive} />
      )}
    </>
  );
};
