// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import { KAFKA_TOPIC_CONFIGS } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { inUnits } from '../pages/ask/configs/units';

/** The value of a config in words, `7 days`, and beside it as Kafka has it. */
export const ConfigText = (props: { name: string; value: string }) => {
  const { name, value } = props;
  const words = inUnits(KAFKA_TOPIC_CONFIGS.get(name), value);
  if (words === value) return <code>{value}</code>;
  return (
    <>
      {words}{' '}
      <Text variant="body-small" color="secondary">
        <code>{value}</code>
      </Text>
    </>
  );
};
