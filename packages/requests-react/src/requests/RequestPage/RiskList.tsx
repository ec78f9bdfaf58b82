// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Risk } from '@fairway/requests-common';
import { StateBadge, type StateTone } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

const TONES: Record<Risk['level'], StateTone> = {
  low: 'neutral',
  medium: 'pending',
  high: 'danger',
};
const ORDER: Risk['level'][] = ['high', 'medium', 'low'];

/** What whoever decides should know, the worst first; the level in words. @public */
export const RiskList = (props: { risks: Risk[] }) => {
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (props.risks.length === 0) return <Text as="p">{t('risks.none')}</Text>;
  const sorted = [...props.risks].sort(
    (left, right) => ORDER.indexOf(left.level) - ORDER.indexOf(right.level),
  );
  return (
    <ul className={styles.plainList} aria-label={t('risks.title')}>
      {sorted.map(risk => (
        <li key={`${risk.code} ${risk.message}`} className={styles.risk}>
          <StateBadge tone={TONES[risk.level]}>
            {t(`risks.${risk.level}`)}
          </StateBadge>
          <Text>
            {risk.message} <code>({risk.code})</code>
          </Text>
        </li>
      ))}
    </ul>
  );
};
