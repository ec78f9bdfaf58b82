// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StateBadge, type StateTone } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import type { Provision, ProvisionState } from './provision';

const TONES: Record<ProvisionState, StateTone> = {
  pending: 'pending',
  ready: 'success',
  changing: 'pending',
  removing: 'pending',
  failed: 'danger',
  expiring: 'pending',
  gone: 'danger',
};

/** How far something that was ordered is. */
export const ProvisionBadge = (props: { provision: Provision }) => {
  const { state, applied } = props.provision;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (!state) return <>{t('entity.unknown')}</>;
  // Merged, and told by its pipeline that nothing was done with it.
  const isApplied = !(state === 'ready' && applied === 'not-applied');
  return (
    <StateBadge tone={isApplied ? TONES[state] : 'neutral'}>
      {t(isApplied ? `entity.states.${state}` : 'entity.states.notApplied')}
    </StateBadge>
  );
};
