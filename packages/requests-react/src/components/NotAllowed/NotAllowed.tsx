// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { ReactNode } from 'react';
import { EntityLinks } from '../EntityLink';
import styles from '../ErrorPanel/ErrorPanel.module.css';
import { fairwayComponentsTranslationRef } from '../translation';

/** Refused: which rule says so and whom to ask. */
export const NotAllowed = (props: {
  /** What is refused, in words: "you may not see this change". */
  title: string;
  /** The reason, in the server's words. */
  children: ReactNode;
  /** Id of the rule that refused. */
  rule?: string;
  /** Entity refs of those who can help. */
  askFor?: string[];
}) => {
  const { title, children, rule, askFor = [] } = props;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('notAllowed.title', { title })}
      description={
        <>
          <div>{children}</div>
          <dl className={styles.details}>
            {rule && (
              <>
                <dt>{t('notAllowed.rule')}</dt>
                <dd>
                  <code>{rule}</code>
                </dd>
              </>
            )}
            {askFor.length > 0 && (
              <>
                <dt>{t('notAllowed.askFor')}</dt>
                <dd>
                  <EntityLinks refs={askFor} defaultKind="group" />
                </dd>
              </>
            )}
          </dl>
        </>
      }
    />
  );
};
