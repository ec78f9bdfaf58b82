// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { ReactNode } from 'react';
import { LinkedText } from '../LinkedText';
import { fairwayComponentsTranslationRef } from '../translation';
import { describeError } from './describeError';
import styles from './ErrorPanel.module.css';

/** Something failed: code, cause, remedy, and a way to try again. */
export const ErrorPanel = (props: {
  /** What did not work, in words: "The changes could not be loaded". */
  title: string;
  /** An error as thrown, or its code and message when it was stored. */
  error: Error | { code: string; message: string };
  /** What to do; by the kind of error if left out. */
  remedy?: ReactNode;
  onRetry?: () => void;
  isRetrying?: boolean;
}) => {
  const { title, error, remedy, onRetry, isRetrying } = props;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  const { code, message, kind } =
    error instanceof Error
      ? describeError(error)
      : ({ ...error, kind: 'unknown' } as const);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('error.title', { title })}
      description={
        <Flex direction="column" gap="3" align="start">
          <dl className={styles.details}>
            <dt>{t('error.cause')}</dt>
            <dd>
              <LinkedText>{message}</LinkedText>
            </dd>
            <dt>{t('error.remedy')}</dt>
            <dd>{remedy ?? t(`error.remedies.${kind}`)}</dd>
            <dt>{t('error.code')}</dt>
            <dd>
              <code>{code}</code>
            </dd>
          </dl>
          {onRetry && (
            <Button
              variant="secondary"
              onPress={onRetry}
              isPending={isRetrying}
            >
              {t('error.retry')}
            </Button>
          )}
        </Flex>
      }
    />
  );
};
