// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { ChangeOutputs } from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import { selfServiceTranslationRef } from '../translation';

const ENDS = {
  unknown: 'unknown',
  applied: 'applied',
  'not-applied': 'notApplied',
  failed: 'failed',
} as const;

/** Who applies the change and how far that is. */
export const Applying = (props: {
  request: RequestDetail;
  outputs: ChangeOutputs;
}) => {
  const { request, outputs } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  // A failed apply that is tried again has not ended.
  const hasEnded = ['succeeded', 'failed', 'partially-applied'].includes(
    request.execution,
  );
  const end = hasEnded && outputs.applied && ENDS[outputs.applied];
  const stage = outputs.mergeSha ? 'merged' : 'open';
  return (
    <Flex direction="column" gap="2">
      <Text as="p">{t('change.applying.how')}</Text>
      <Text as="p" weight="bold">
        {t(`change.applying.${end || stage}`)}
        {end && request.statusLabel && ` (${request.statusLabel})`}
      </Text>
    </Flex>
  );
};
