// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { EntityLink, RelativeTime } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

/** What those who decide want otherwise, in their own words; nothing once it was revised. @public */
export const AskedChanges = (props: { request: RequestDetail }) => {
  const { decision, decisions, revision } = props.request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const wishes = decisions.filter(
    each =>
      each.verdict === 'changes-requested' &&
      each.revision === revision &&
      each.comment,
  );
  if (decision !== 'changes-requested' || wishes.length === 0) return null;
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('askedFor.title')}
      description={
        <ul className={styles.plainList}>
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
