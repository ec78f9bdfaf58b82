// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ActionTarget } from '@fairway/backstage-plugin-self-service-common';
import { EntityLinks, StateBadge } from '@fairway/requests-react';
import { withoutAsk } from '../../fields/FairwayEnvironment/question';
import { selfServiceTranslationRef } from '../../translation';
import styles from './HubPage.module.css';

/** Why the person may not: the rule, in its words, and whom to ask. The same reason of several environments is said once. */
export const ActionRefusal = (props: { targets: ActionTarget[] }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [first] = props.targets;
  if (!first) return null;
  const askFor = [...new Set(props.targets.flatMap(each => each.askFor))];
  const rules = [...new Set(props.targets.map(({ by }) => by))];
  return (
    <div className={styles.refusal}>
      <StateBadge tone="neutral">{t('hub.refused')}</StateBadge>
      <p>{withoutAsk(first.message, askFor)}</p>
      <dl className={styles.facts}>
        <dt>{t('hub.rule')}</dt>
        <dd>
          <code>{rules.join(', ')}</code>
        </dd>
        {askFor.length > 0 && (
          <>
            <dt>{t('hub.askFor')}</dt>
            <dd>
              <EntityLinks refs={askFor} defaultKind="group" />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
};
