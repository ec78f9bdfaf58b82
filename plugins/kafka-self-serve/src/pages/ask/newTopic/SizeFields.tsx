// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { wordsOfMilliseconds } from '../../../words';
import { AskRadio, AskText } from '../form';
import { TOPIC_PATH, type TopicDraft } from './draft';

const SIZES = ['S', 'M', 'L'] as const;

/** One of the environment's sizes, or partitions of one's own. */
export const SizeFields = (props: {
  draft: TopicDraft;
  environment?: KafkaEnvironmentView;
  onChange: (changes: Partial<TopicDraft>) => void;
}) => {
  const { draft, environment, onChange } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { sizes = {}, partitionsPerTopic } = environment?.limits ?? {};
  const known = SIZES.flatMap(size => {
    const meaning = sizes[size];
    return meaning ? [{ size, meaning }] : [];
  });
  const { defaults } = environment ?? {};
  const options = [
    ...known.map(({ size, meaning }) => ({
      value: size,
      label: t('ask.newTopic.sizeOf', {
        size,
        partitions: String(meaning.partitions),
        retention:
          wordsOfMilliseconds(meaning['retention.ms']) ?? t('topics.forever'),
      }),
    })),
    { value: 'custom', label: t('ask.newTopic.custom') },
  ];
  return (
    <>
      {known.length > 0 && (
        <AskRadio
          path={[...TOPIC_PATH, 'size']}
          label={t('ask.newTopic.sizeLabel')}
          options={options}
          value={draft.size}
          onChange={size => onChange({ size: size as TopicDraft['size'] })}
        />
      )}
      {draft.size === 'custom' && (
        <AskText
          path={[...TOPIC_PATH, 'partitions']}
          label={t('ask.newTopic.partitions')}
          description={
            partitionsPerTopic === undefined
              ? undefined
              : t('ask.newTopic.partitionsLimit', {
                  number: String(partitionsPerTopic),
                })
          }
          isNumber
          placeholder={defaults && String(defaults.partitions)}
          value={draft.partitions}
          onChange={partitions => onChange({ partitions })}
        />
      )}
      <AskText
        path={[...TOPIC_PATH, 'replicationFactor']}
        label={t('ask.newTopic.replicas')}
        description={t('ask.newTopic.replicasText')}
        isNumber
        placeholder={defaults && String(defaults.replicationFactor)}
        value={draft.replicationFactor}
        onChange={replicationFactor => onChange({ replicationFactor })}
      />
    </>
  );
};
