// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { useId } from 'react';
import { fairwayRequestsTranslationRef } from '../translation';
import { PlanEffects, PlanView } from './PlanView';
import styles from './plan.module.css';
import type { SeenPlan } from './seenPlan';

const Side = (props: { title: string; plan: SeenPlan }) => {
  const { title, plan } = props;
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.side}>
      <Text as="h3" id={id} variant="title-x-small">
        {title}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        <code className={styles.digest}>{plan.planDigest}</code>
      </Text>
      {plan.view.effects && <PlanEffects effects={plan.view.effects} />}
      <PlanView view={plan.view} />
    </section>
  );
};

/** The plan that somebody saw beside the plan of now. */
export const PlanComparison = (props: {
  seen: SeenPlan;
  current: SeenPlan;
}) => {
  const { seen, current } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <>
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('decision.changed.title')}
        description={t('decision.changed.text')}
      />
      <div
        className={styles.comparison}
        role="group"
        aria-label={t('decision.changed.label')}
      >
        <Side title={t('decision.changed.seen')} plan={seen} />
        <Side title={t('decision.changed.current')} plan={current} />
      </div>
    </>
  );
};
