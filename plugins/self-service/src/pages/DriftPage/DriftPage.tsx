// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Container,
  Flex,
  Skeleton,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import type {
  DriftAnswer,
  DriftKind,
} from '@fairway/backstage-plugin-self-service-common';
import { EmptyState, LoadError, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { actionsApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { DriftEntry } from './DriftEntry';
import styles from './DriftPage.module.css';

/** What somebody has to look at comes first. */
const ORDER: DriftKind[] = [
  'changed',
  'removed',
  'not-applied',
  'unknown',
  'not-in-catalog',
];

const Answer = (props: DriftAnswer) => {
  const { hidden, heads } = props;
  const items = [...props.items].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Flex direction="column" gap="4">
      {items.length === 0 ? (
        <EmptyState title={t('drift.empty.title')}>
          {t('drift.empty.text')}
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label={t('drift.label')}>
          {items.map(item => (
            <DriftEntry key={`${item.repoUrl} ${item.path}`} item={item} />
          ))}
        </ul>
      )}
      <Text as="div" variant="body-small" color="secondary">
        {Object.entries(heads).map(([repoUrl, sha]) => (
          <div key={repoUrl}>
            {t('drift.head', { repoUrl, sha: sha.slice(0, 12) })}
          </div>
        ))}
        {hidden > 0 && <div>{t('drift.hidden', { count: hidden })}</div>}
      </Text>
    </Flex>
  );
};

/** Git against the catalog against the last apply, with what puts each difference right. */
export const DriftPage = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(actionsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.drift({ signal }),
    [api],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <Text as="h2" variant="title-small">
            {t('drift.title')}
          </Text>
          <p className={styles.intro}>{t('drift.text')}</p>
        </div>
        {error && (
          <LoadError
            error={error}
            title={t('drift.error')}
            notAllowedTitle={t('drift.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {!error && (!value || isLoading) && (
          <VisuallyHidden role="status">{t('drift.loading')}</VisuallyHidden>
        )}
        {!error && !value && (
          <Skeleton width="100%" height={240} aria-hidden="true" />
        )}
        {!error && value && (
          <>
            <div>
              <Button
                variant="secondary"
                isDisabled={isLoading}
                onPress={reload}
              >
                {t('drift.again')}
              </Button>
            </div>
            <Answer {...value} />
          </>
        )}
      </Flex>
    </Container>
  );
};
