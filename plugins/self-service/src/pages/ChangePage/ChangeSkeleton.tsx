// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { selfServiceTranslationRef } from '../../translation';

/** The shape of a change: title, facts, decision, diff. */
export const ChangeSkeleton = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <div role="status">
      <VisuallyHidden>{t('change.loading')}</VisuallyHidden>
      <Flex direction="column" gap="5" aria-hidden="true">
        <Skeleton width="50%" height={28} />
        <Skeleton width="100%" height={160} />
        <Skeleton width="100%" height={96} />
        <Skeleton width="100%" height={320} />
      </Flex>
    </div>
  );
};
