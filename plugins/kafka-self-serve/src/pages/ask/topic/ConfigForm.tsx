// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  checkTopicConfig,
  type DescribedTopicConfig,
  describedTopicConfigs,
  KAFKA_TOPIC_CONFIGS,
  type TopicConfigPayload,
  type TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useMemo, useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { ConfigsEditor } from '../configs';
import { AskForm, Problems, useAsk, useField } from '../form';
import { useAskLinks } from '../useAskLinks';
import type { TopicFormProps } from './TopicAskPage';
import { topicOf } from './topicOf';

const SET = ['set'];
const REMOVE = ['remove'];

/** What the broker knows; from Kafka itself where only the snapshot is there, which has no more than some keys. */
function definitionsOf({ live, configs }: TopicDetail) {
  if (!live) return KAFKA_TOPIC_CONFIGS;
  return describedTopicConfigs(
    configs.map(
      (each): DescribedTopicConfig => ({
        name: each.name,
        default: each.source === 'default' ? each.value : each.default,
      }),
    ),
  );
}

/** What became of the overrides: what is set, and what is dropped. */
export function changesOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Pick<TopicConfigPayload, 'set' | 'remove'> {
  return {
    set: Object.fromEntries(
      Object.entries(after).filter(([key, value]) => before[key] !== value),
    ),
    remove: Object.keys(before).filter(key => !Object.hasOwn(after, key)),
  };
}

const Dropped = (props: { names: string[] }) => {
  const { names } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { id, problems } = useField(REMOVE);
  return (
    <>
      {names.length > 0 && (
        <Text as="p" role="status">
          {t('ask.topic.config.dropped', { names: names.join(', ') })}
        </Text>
      )}
      <Problems id={id} problems={problems} />
    </>
  );
};

/** Other overrides of a topic. */
export const ConfigForm = ({ topic, environment }: TopicFormProps) => {
  const { name } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const before = topic.observed?.configs ?? {};
  const [configs, setConfigs] = useState<Record<string, string>>({ ...before });
  const definitions = useMemo(() => definitionsOf(topic), [topic]);
  const readOnly = useMemo(
    () =>
      new Set(
        topic.configs
          .filter(config => config.readOnly)
          .map(config => config.name),
      ),
    [topic],
  );
  const payload: TopicConfigPayload = {
    operation: 'config',
    environment: topic.environment,
    name,
    ...changesOf(before, configs),
  };
  const ask = useAsk({
    kind: 'kafka.topic',
    payload,
    problems: checkTopicConfig({
      environment,
      definitions,
      payload,
      topic: topicOf(topic),
    }),
  });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.config.title', { name })}
      intro={t('ask.topic.config.text')}
      back={links.topicOf(topic.environment, name)}
    >
      <Section title={t('ask.topic.config.section')}>
        <ConfigsEditor
          path={SET}
          configs={configs}
          onChange={setConfigs}
          definitions={definitions}
          readOnly={readOnly}
        />
        <Dropped names={payload.remove} />
      </Section>
    </AskForm>
  );
};
