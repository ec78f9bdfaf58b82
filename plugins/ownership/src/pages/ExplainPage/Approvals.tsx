// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ExplainResponse } from '@fairway/backstage-plugin-ownership-common';
import { EntityLinks } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';
import styles from './ExplainPage.module.css';

/** Who would have to say yes. */
export const Approvals = (props: {
  approvals: ExplainResponse['approvals'];
}) => {
  const { mode, stages } = props.approvals;
  const { t } = useTranslationRef(ownershipTranslationRef);
  if (mode !== 'stages') {
    return <Text as="p">{t(`explain.approvals.${mode}`)}</Text>;
  }
  return (
    <ol className={styles.list}>
      {stages.map((stage, index) => (
        <li key={index}>
          {t('explain.approvals.stage', { count: stage.count })}{' '}
          <EntityLinks refs={stage.from} defaultKind="group" />{' '}
          <span className={styles.secondary}>
            {t('explain.approvals.entry', {
              entry: stage.entry,
              line: String(stage.line),
            })}
          </span>
        </li>
      ))}
    </ol>
  );
};
