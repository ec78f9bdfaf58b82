// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { SnapshotInfo } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../translation';

/** How old a list is: the oldest reading behind it, and each cluster that does not answer. */
export const SnapshotAge = (props: { snapshots: SnapshotInfo[] }) => {
  const { snapshots } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const read = snapshots.flatMap(({ asOf }) => (asOf ? [asOf] : [])).sort();
  return (
    <Flex direction="column" gap="1">
      {snapshots
        .filter(({ reachable }) => !reachable)
        .map(({ environment, message, asOf }) => (
          <Text key={environment} as="p" role="status" variant="body-small">
            {asOf || message
              ? t('snapshot.unreadable', {
                  environment,
                  message: message ?? '',
                })
              : t('snapshot.never', { environment })}
          </Text>
        ))}
      {read.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('snapshot.asOf')} <RelativeTime value={read[0]} />
        </Text>
      )}
    </Flex>
  );
};
