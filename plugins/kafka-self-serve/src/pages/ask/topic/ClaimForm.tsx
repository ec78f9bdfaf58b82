// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  InstanceView,
  OwnershipClaimPayload,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useState } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskForm, Problems, useAsk, useField } from '../form';
import { useAskLinks } from '../useAskLinks';
import { MyInstance } from './MyInstance';
import type { TopicFormProps } from './TopicAskPage';

const INSTANCE = ['instance'];
const PATTERNS = ['patterns'];

const PatternProblems = () => {
  const { id, problems } = useField(PATTERNS);
  return <Problems id={id} problems={problems} />;
};

const Filled = (props: { topic: TopicDetail; instances: InstanceView[] }) => {
  const { topic, instances } = props;
  const { environment, name } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [instance, setInstance] = useState(instances[0].id);
  const payload: OwnershipClaimPayload = {
    environment,
    instance,
    patterns: [{ type: 'TOPIC', pattern: 'LITERAL', name }],
  };
  const ask = useAsk({ kind: 'kafka.ownership-claim', payload, problems: [] });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.claim.title', { name })}
      intro={t('ask.topic.claim.text')}
      back={links.topicOf(environment, name)}
    >
      <Section title={t('ask.topic.claim.section')}>
        <AskChoice
          path={INSTANCE}
          label={t('ask.topic.claim.label')}
          options={instances.map(({ id, application }) => ({
            value: id,
            label: application,
          }))}
          value={instance}
          onChange={setInstance}
        />
        <PatternProblems />
      </Section>
    </AskForm>
  );
};

/** An application takes a topic that nobody owns. */
export const ClaimForm = ({ topic }: TopicFormProps) => (
  <MyInstance environment={topic.environment}>
    {instances => <Filled topic={topic} instances={instances} />}
  </MyInstance>
);
