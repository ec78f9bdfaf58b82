// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  type InstanceView,
  type KafkaEnvironmentView,
  type TopicCreatePayload,
  topicSpecOf,
  usageOf,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { inUnits } from '../configs';
import styles from '../form/form.module.css';

const BYTES = { unit: 'bytes' } as const;
const KINDS = ['topics', 'partitions', 'bytes'] as const;

/** What the instance uses then, of what it may. */
export const LimitsMeter = (props: {
  instance: InstanceView;
  environment: KafkaEnvironmentView;
  topic: TopicCreatePayload;
}) => {
  const { instance, environment, topic } = props;
  const { usage, effectiveLimits } = instance;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const added = usageOf([topicSpecOf({ payload: topic, environment })]);
  const limited = KINDS.flatMap(kind => {
    const limit = effectiveLimits[kind];
    const then = usage[kind] + (Number.isFinite(added[kind]) ? added[kind] : 0);
    return limit === undefined ? [] : [{ kind, limit, then }];
  });
  if (limited.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('ask.newTopic.noLimits', { instance: instance.id })}
      </Text>
    );
  }
  const words = (kind: (typeof KINDS)[number], value: number) =>
    kind === 'bytes' ? inUnits(BYTES, String(value)) : String(value);
  return (
    <ul className={styles.meters} aria-label={t('ask.newTopic.limits')}>
      {limited.map(({ kind, limit, then }) => {
        const label = t(`ask.newTopic.limit.${kind}`, {
          used: words(kind, then),
          limit: words(kind, limit),
        });
        return (
          <li key={kind}>
            <Text as="div" variant="body-small">
              {label}
            </Text>
            <meter
              aria-label={label}
              min={0}
              max={Math.max(limit, 1)}
              high={limit * 0.8}
              optimum={0}
              value={Math.min(then, limit)}
            />
          </li>
        );
      })}
    </ul>
  );
};
