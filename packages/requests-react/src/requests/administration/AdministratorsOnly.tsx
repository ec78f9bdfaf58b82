// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { RequestsApi } from '@fairway/requests-common';
import type { ReactNode } from 'react';
import { LoadError, NotAllowed } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import { useAdministration } from './useAdministration';

/**
 * Shows what is for administrators to them, and to others that it is not for them. The server refuses them anyway.
 *
 * @public
 */
export const AdministratorsOnly = (props: {
  /** Of the plugin that says who they are. */
  api: RequestsApi;
  /** Heading for those whom it is not shown to, where the page has none. */
  heading?: string;
  /** What is not allowed: "the requests of everybody are for administrators". */
  title: string;
  /** What to do instead. */
  text: string;
  /** Key of the configuration that names the administrators. */
  rule: string;
  children: ReactNode;
}) => {
  const { api, heading, title, text, rule, children } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const { isAdministrator, error, isAsking, ask } = useAdministration(api);
  if (isAdministrator) return <>{children}</>;
  if (isAdministrator === undefined && !error) {
    return (
      <div role="status">
        <VisuallyHidden>{t('administration.asking')}</VisuallyHidden>
        <Flex direction="column" gap="4" aria-hidden="true">
          <Skeleton width="40%" height={28} />
          <Skeleton width="100%" height={320} />
        </Flex>
      </div>
    );
  }
  return (
    <Flex direction="column" gap="4">
      {heading && (
        <Text as="h2" variant="title-small">
          {heading}
        </Text>
      )}
      {error ? (
        <LoadError
          error={error}
          title={t('administration.error')}
          notAllowedTitle={title}
          onRetry={ask}
          isRetrying={isAsking}
        />
      ) : (
        <NotAllowed title={title} rule={rule}>
          {text}
        </NotAllowed>
      )}
    </Flex>
  );
};
