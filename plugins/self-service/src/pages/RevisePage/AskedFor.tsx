// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { EntityLink, RelativeTime } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import styles from './RevisePage.module.css';

/** What those who decide want otherwise, in their own words. */
export const AskedFor = (props: { request: RequestDetail }) => {
  const { decisions, revision } = props.request;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const wishes = decisions.filter(
    each =>
      each.verdict === 'changes-requested' &&
      each.revision === revision &&
      each.comment,
  );
  if (wishes.length === 0) return null;
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('revise.askedFor')}
      description={
        <ul className={styles.wishes}>
          {wishes.map(({ id, approverRef, at, comment }) => (
            <li key={id}>
              <Text as="p" className={styles.words}>
                {comment}
              </Text>
              <Text as="p" variant="body-small" color="secondary">
                <EntityLink entityRef={approverRef} defaultKind="user" />
                {', '}
                <RelativeTime value={at} />
              </Text>
            </li>
          ))}
        </ul>
      }
    />
  );
};
