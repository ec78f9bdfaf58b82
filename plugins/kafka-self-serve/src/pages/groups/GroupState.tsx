// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { GroupSummary } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { StateBadge, type StateTone } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../translation';

const TONES: Record<GroupSummary['state'], StateTone> = {
  EMPTY: 'neutral',
  STABLE: 'success',
  PREPARING_REBALANCE: 'pending',
  COMPLETING_REBALANCE: 'pending',
  ASSIGNING: 'pending',
  RECONCILING: 'pending',
  DEAD: 'danger',
  UNKNOWN: 'info',
};

/** Whether something reads with a group, in words. */
export const GroupState = (props: { state: GroupSummary['state'] }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <StateBadge tone={TONES[props.state]}>
      {t(`groups.states.${props.state}`)}
    </StateBadge>
  );
};
