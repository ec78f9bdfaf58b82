// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { LoadError, NotAllowed } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { selfServiceTranslationRef } from '../translation';
import { useAdministration } from './useAdministration';

/** Shows what is for administrators to them, and to others that it is not for them. */
export const AdministratorsOnly = (props: {
  /** Heading for those whom it is not shown to. */
  title: string;
  children: ReactNode;
}) => {
  const { title, children } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { isAdministrator, error, isAsking, ask } = useAdministration();
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
      <Text as="h2" variant="title-small">
        {title}
      </Text>
      {error ? (
        <LoadError
          error={error}
          title={t('administration.error')}
          notAllowedTitle={t('administration.notAllowed')}
          onRetry={ask}
          isRetrying={isAsking}
        />
      ) : (
        <NotAllowed
          title={t('administration.notAllowed')}
          rule="selfService.administrators"
        >
          {t('administration.whom')}
        </NotAllowed>
      )}
    </Flex>
  );
};
