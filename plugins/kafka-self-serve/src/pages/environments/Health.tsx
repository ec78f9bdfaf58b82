// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RelativeTime, StateBadge } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../../translation';

/** Whether the cluster answered when it was read last, and when that was. */
export const Health = (props: { environment: KafkaEnvironmentView }) => {
  const { status } = props.environment;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  if (!status) {
    return <StateBadge tone="pending">{t('environments.unread')}</StateBadge>;
  }
  return (
    <Flex direction="column" gap="1" align="start">
      <StateBadge tone={status.reachable ? 'success' : 'danger'}>
        {t(
          status.reachable
            ? 'environments.reachable'
            : 'environments.unreachable',
        )}
      </StateBadge>
      {status.message && <Text variant="body-small">{status.message}</Text>}
      {status.lastSync && (
        <Text variant="body-small" color="secondary">
          {t('snapshot.asOf')} <RelativeTime value={status.lastSync} />
        </Text>
      )}
    </Flex>
  );
};
