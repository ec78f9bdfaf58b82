// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { LoadError } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { selfServiceTranslationRef } from '../translation';
import { type Administration, useAdministration } from './useAdministration';

/** Shows what is for administrators to them, and to others that it is not for them. */
export const AdministratorsOnly = (props: {
  /** Heading for those whom it is not shown to. */
  title: string;
  children: (administration: Administration) => ReactNode;
}) => {
  const { title, children } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const administration = useAdministration();
  const { state, error, verify, isVerifying } = administration;
  if (state === 'asking') {
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
  if (state === 'refused' && error) {
    return (
      <Flex direction="column" gap="4">
        <Text as="h2" variant="title-small">
          {title}
        </Text>
        <LoadError
          error={error}
          title={title}
          notAllowedTitle={t('administration.notAllowed')}
          onRetry={verify}
          isRetrying={isVerifying}
        />
      </Flex>
    );
  }
  return <>{children(administration)}</>;
};
