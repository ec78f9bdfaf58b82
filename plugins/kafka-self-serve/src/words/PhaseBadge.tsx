// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Phase } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { StateBadge, type StateTone } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../translation';

const TONES: Record<Phase, StateTone> = {
  pending: 'pending',
  ready: 'success',
  drifted: 'info',
  missing: 'danger',
  deleting: 'neutral',
  failed: 'danger',
};

/** Where a resource stands between what is wanted and what is there. */
export const PhaseBadge = (props: { phase: Phase }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <StateBadge tone={TONES[props.phase]}>
      {t(`phase.${props.phase}`)}
    </StateBadge>
  );
};
