// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { EntityLinks } from '../../components';
import styles from '../../components/ErrorPanel/ErrorPanel.module.css';
import { fairwayRequestsTranslationRef } from '../translation';

/** What happened, what can be done, whom to ask. */
export const FailurePanel = (props: {
  request: RequestDetail;
  /** Entity refs. */
  askFor: string[];
}) => {
  const { request, askFor } = props;
  const { failure, steps, execution } = request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (!failure) return null;
  const step = steps.find(({ id }) => id === failure.stepId);
  const next =
    failure.next ??
    t(failure.retryable ? 'failure.nextRetry' : 'failure.nextRequest');
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('failure.title', { step: step?.title ?? failure.stepId })}
      description={
        <dl className={styles.details}>
          <dt>{t('failure.what')}</dt>
          <dd>
            {failure.message}{' '}
            {execution === 'partially-applied' && t('failure.partial')}
          </dd>
          <dt>{t('failure.next')}</dt>
          <dd>{next}</dd>
          {askFor.length > 0 && (
            <>
              <dt>{t('failure.askFor')}</dt>
              <dd>
                <EntityLinks refs={askFor} defaultKind="group" />
              </dd>
            </>
          )}
          <dt>{t('failure.code')}</dt>
          <dd>
            <code>{failure.code}</code>
          </dd>
        </dl>
      }
    />
  );
};
