// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChangeState } from '@fairway/backstage-plugin-self-service-common';
import { StateBadge, StateTone } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';

const TONES: Record<ChangeState, StateTone> = {
  proposing: 'pending',
  open: 'info',
  merged: 'success',
  closed: 'neutral',
  failed: 'danger',
};

/** Where a change stands, in words. */
export const ChangeStateBadge = (props: { state: ChangeState }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <StateBadge tone={TONES[props.state]}>
      {t(`state.${props.state}`)}
    </StateBadge>
  );
};
