// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AnalyticsContext,
  BreadcrumbEntry,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { CHANGE_KIND } from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { LoadError, NotAllowed, useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { requestRouteRef, reviseRouteRef } from '../../routes';
import { useOwnSource } from '../../source';
import { selfServiceTranslationRef } from '../../translation';
import { BackLink } from './BackLink';
import { ReviseForm } from './ReviseForm';

/** Who may revise is the server's word; a kind without text has nothing to edit here. */
const Body = (props: { request: RequestDetail; onReload: () => void }) => {
  const { request, onReload } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { allowed, because } = request.actions.revise;
  const isChange = request.kind === CHANGE_KIND;
  // Whoever has begun to write keeps the text, also when the request is decided meanwhile.
  const [hasBegun] = useState(isChange && allowed);
  if (hasBegun) {
    return <ReviseForm request={request} onReload={onReload} />;
  }
  return (
    <Flex direction="column" gap="4" align="start">
      <NotAllowed title={t('revise.notAllowed')}>
        {isChange ? because : t('revise.otherKind', { kind: request.kind })}
      </NotAllowed>
      <BackLink requestId={request.id} />
    </Flex>
  );
};

const Page = (props: { id: string }) => {
  const { id } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { api } = useOwnSource();
  const requestLink = useRouteRef(requestRouteRef);
  const reviseLink = useRouteRef(reviseRouteRef);
  const load = useCallback(
    (signal: AbortSignal) => api.get(id, { signal }),
    [api, id],
  );
  const { value: request, error, isLoading, reload } = useLoad(load);
  const label = request
    ? t('requests.name', {
        number: String(request.number),
        title: request.title,
      })
    : id;
  return (
    <BreadcrumbEntry entry={{ label, href: requestLink?.({ id }) ?? '' }}>
      <BreadcrumbEntry
        entry={{ label: t('revise.name'), href: reviseLink?.({ id }) ?? '' }}
      >
        <Flex direction="column" gap="4">
          {error && (
            <LoadError
              error={error}
              title={t('revise.error')}
              notAllowedTitle={t('revise.notReadable')}
              onRetry={reload}
              isRetrying={isLoading}
            />
          )}
          {!request && !error && (
            <div role="status">
              <VisuallyHidden>{t('revise.loading')}</VisuallyHidden>
              <Flex direction="column" gap="4" aria-hidden="true">
                <Skeleton width="40%" height={28} />
                <Skeleton width="100%" height={320} />
              </Flex>
            </div>
          )}
          {request && <Body request={request} onReload={reload} />}
        </Flex>
      </BreadcrumbEntry>
    </BreadcrumbEntry>
  );
};

/** Revises the text of a change. */
export const RevisePage = (props: { id: string }) => (
  <AnalyticsContext attributes={{ requestId: props.id }}>
    <Page {...props} />
  </AnalyticsContext>
);
