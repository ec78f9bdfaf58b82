// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DecisionLeg } from '@fairway/backstage-plugin-ownership-common';
import { Section } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';
import styles from './ExplainPage.module.css';

/** The rules that would have been of use, and why they were not; nothing if there are none. */
export const NearMisses = (props: { legs: DecisionLeg[] }) => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const skipped = props.legs.flatMap(leg =>
    leg.skipped.map(rule => ({ ...rule, target: leg.target })),
  );
  if (skipped.length === 0) return null;
  return (
    <Section title={t('explain.nearMiss.title')}>
      <ul className={styles.list}>
        {skipped.map(rule => (
          <li key={`${rule.target} ${rule.id}`}>
            <code>{rule.id}</code>
            {rule.line !== undefined &&
              ` (${t('rules.line', { line: String(rule.line) })})`}
            {' · '}
            <code>{rule.target}</code>
            {`: ${rule.because}`}
          </li>
        ))}
      </ul>
    </Section>
  );
};
