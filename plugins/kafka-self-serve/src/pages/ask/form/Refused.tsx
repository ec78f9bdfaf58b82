// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { LoadError } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import styles from './form.module.css';
import type { Ask } from './useAsk';

const Failed = (props: { ask: Ask }) => {
  const { ask } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (!ask.sendError) return null;
  return (
    <LoadError
      error={ask.sendError}
      title={t('ask.failed')}
      notAllowedTitle={t('ask.notAllowed')}
      onRetry={ask.send}
      isRetrying={ask.isSending}
    />
  );
};

/** All that stands against the request, in one place that is read aloud. */
export const Refused = (props: { ask: Ask }) => {
  const { refused } = props.ask;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (refused.length === 0) return <Failed ask={props.ask} />;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('ask.refused')}
      description={
        <ul className={styles.problems}>
          {refused.map(({ code, path, message }) => (
            <li key={`${code} ${path.join('/')} ${message}`}>{message}</li>
          ))}
        </ul>
      }
    />
  );
};
