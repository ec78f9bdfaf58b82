// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  checkTopicDelete,
  type TopicDeletePayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskForm, AskText, numberOf, useAsk } from '../form';
import { useAskLinks } from '../useAskLinks';
import { Impact } from './Impact';
import type { TopicFormProps } from './TopicAskPage';
import { topicOf } from './topicOf';

const TYPED = ['typedName'];
const GRACE = ['graceDays'];

/** The end of a topic: its name is typed again, beside what would be hit by it. */
export const DeleteForm = ({ topic, environment }: TopicFormProps) => {
  const { name } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [typedName, setTypedName] = useState('');
  const [grace, setGrace] = useState('');
  const graceDays = numberOf(grace);
  const least = environment.limits.deleteGraceDays ?? 0;
  const payload: TopicDeletePayload = {
    operation: 'delete',
    environment: topic.environment,
    name,
    typedName,
    ...(graceDays !== undefined && { graceDays }),
  };
  const ask = useAsk({
    kind: 'kafka.topic',
    payload,
    problems: checkTopicDelete({
      environment,
      payload,
      topic: topicOf(topic),
      groups: topic.groups.map(group => ({ ...group, topics: [name] })),
    }),
  });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.delete.title', { name })}
      intro={t('ask.topic.delete.text')}
      back={links.topicOf(topic.environment, name)}
    >
      <Impact topic={topic} />
      <Section title={t('ask.topic.delete.section')}>
        <Text as="p">
          {t('ask.topic.delete.type')} <code>{name}</code>
        </Text>
        <AskText
          path={TYPED}
          label={t('ask.topic.delete.typed')}
          isRequired
          value={typedName}
          onChange={setTypedName}
        />
        <AskText
          path={GRACE}
          label={t('ask.topic.delete.grace')}
          description={t('ask.topic.delete.graceText', {
            number: String(least),
          })}
          isNumber
          placeholder={String(least)}
          value={grace}
          onChange={setGrace}
        />
      </Section>
    </AskForm>
  );
};
