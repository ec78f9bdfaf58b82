// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Checkbox } from '@backstage/ui';
import {
  checkTopicPartitions,
  type TopicPartitionsPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskForm, AskText, numberOf, useAsk } from '../form';
import { useAskLinks } from '../useAskLinks';
import type { TopicFormProps } from './TopicAskPage';
import { topicOf } from './topicOf';

const PARTITIONS = ['partitions'];

/** More partitions, with what that does to records that have keys. */
export const PartitionsForm = ({ topic, environment }: TopicFormProps) => {
  const { name } = topic;
  const current = topic.observed?.partitions ?? topic.partitions ?? 1;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [partitions, setPartitions] = useState('');
  const [keyed, setKeyed] = useState(true);
  const payload: TopicPartitionsPayload = {
    operation: 'partitions',
    environment: topic.environment,
    name,
    partitions: numberOf(partitions) ?? current,
    keyed,
  };
  const problems = checkTopicPartitions({
    environment,
    payload,
    topic: topicOf(topic),
  });
  const ask = useAsk({
    kind: 'kafka.topic',
    payload,
    // That nothing was typed yet is said once somebody wants to go on.
    problems:
      partitions === ''
        ? problems.map(found => ({ ...found, value: '' }))
        : problems,
  });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.partitions.title', { name })}
      intro={t('ask.topic.partitions.text', { count: current })}
      back={links.topicOf(topic.environment, name)}
    >
      <Section title={t('ask.topic.partitions.section')}>
        <AskText
          path={PARTITIONS}
          label={t('ask.topic.partitions.label')}
          description={t('ask.topic.partitions.now', {
            number: String(current),
          })}
          isNumber
          isRequired
          value={partitions}
          onChange={setPartitions}
        />
        <Checkbox isSelected={keyed} onChange={setKeyed}>
          {t('ask.topic.partitions.keyed')}
        </Checkbox>
        {keyed && (
          <Alert
            role="status"
            status="warning"
            icon
            title={t('ask.topic.partitions.warning')}
          />
        )}
      </Section>
    </AskForm>
  );
};
