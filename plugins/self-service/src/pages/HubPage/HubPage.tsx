// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { LoadError, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { actionsApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { HubList } from './HubList';
import styles from './HubPage.module.css';
import { WaitingStrip } from './WaitingStrip';

const HubSkeleton = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <div role="status">
      <VisuallyHidden>{t('hub.loading')}</VisuallyHidden>
      <div className={styles.cards} aria-hidden="true">
        {[1, 2, 3, 4, 5, 6].map(key => (
          <Skeleton key={key} width="100%" height={220} />
        ))}
      </div>
    </div>
  );
};

/** Everything that can be ordered or done, what waits for the person, what they used and pinned. */
export const HubPage = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(actionsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.list({ signal }),
    [api],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Text as="h2" variant="title-small">
            {t('hub.title')}
          </Text>
          <p className={styles.intro}>{t('hub.text')}</p>
        </div>
        <WaitingStrip />
        {error && (
          <LoadError
            error={error}
            title={t('hub.error')}
            notAllowedTitle={t('hub.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {!error && !value && <HubSkeleton />}
        {!error && value && <HubList {...value} />}
      </Flex>
    </Container>
  );
};
