// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BreakGlassRecord } from '@fairway/backstage-plugin-ownership-common';
import { ownershipTranslationRef } from '../../translation';

/** What a grant is for, in words. */
export function useScope() {
  const { t } = useTranslationRef(ownershipTranslationRef);
  return ({ environment, service }: BreakGlassRecord): string => {
    if (environment && service) {
      return t('breakGlass.scope.both', { environment, service });
    }
    if (environment) return t('breakGlass.scope.environment', { environment });
    if (service) return t('breakGlass.scope.service', { service });
    return t('breakGlass.scope.everything');
  };
}
