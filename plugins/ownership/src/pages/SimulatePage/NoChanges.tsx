// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@fairway/requests-react';
import { ownershipTranslationRef } from '../../translation';

/** The draft answers everything as the current policy does. */
export const NoChanges = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <EmptyState headingLevel="h4" title={t('simulate.changes.none.title')}>
      {t('simulate.changes.none.text')}
    </EmptyState>
  );
};
