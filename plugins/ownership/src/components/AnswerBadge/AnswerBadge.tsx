// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Answer } from '@fairway/backstage-plugin-ownership-common';
import { StateBadge, type StateTone } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';

const TONES: Record<Answer, StateTone> = {
  allow: 'success',
  needs: 'info',
  deny: 'danger',
};

/** Yes, no, or what is missing, in words. */
export const AnswerBadge = (props: { decision: Answer; needs?: string[] }) => {
  const { decision, needs = [] } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <StateBadge tone={TONES[decision]}>
      {decision === 'needs'
        ? t('answer.needs', { attributes: needs.join(', ') })
        : t(`answer.${decision}`)}
    </StateBadge>
  );
};
