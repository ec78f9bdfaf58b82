// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { TopicProtectionPayload } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskForm, useAsk } from '../form';
import { useAskLinks } from '../useAskLinks';
import type { TopicFormProps } from './TopicAskPage';

/** Deletion protection, on or off: always the other of what is now. */
export const ProtectionForm = ({ topic }: TopicFormProps) => {
  const { environment, name, deletionProtection: isOn } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const payload: TopicProtectionPayload = {
    operation: 'protection',
    environment,
    name,
    deletionProtection: !isOn,
  };
  const ask = useAsk({ kind: 'kafka.topic', payload, problems: [] });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.protection.title', { name })}
      back={links.topicOf(environment, name)}
    >
      <Text as="p">
        {t(isOn ? 'ask.topic.protection.end' : 'ask.topic.protection.begin')}
      </Text>
    </AskForm>
  );
};
