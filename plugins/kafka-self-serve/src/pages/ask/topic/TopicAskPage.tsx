// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  KafkaEnvironmentView,
  TopicActionName,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ReactElement } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskPage, type ReadAsked, useAskedAbout } from '../form';
import { type TopicAsk, useAskLinks } from '../useAskLinks';
import { AccessForm } from './AccessForm';
import { ClaimForm } from './ClaimForm';
import { ConfigForm } from './ConfigForm';
import { DeleteForm } from './DeleteForm';
import { PartitionsForm } from './PartitionsForm';
import { PromoteForm } from './PromoteForm';
import { ProtectionForm } from './ProtectionForm';
import { SchemaForm } from './SchemaForm';

/** What a form about a topic is given. */
export interface TopicFormProps {
  topic: TopicDetail;
  environment: KafkaEnvironmentView;
}

const FORMS: Record<
  TopicAsk,
  { action: TopicActionName; Form: (props: TopicFormProps) => ReactElement }
> = {
  access: { action: 'request-access', Form: AccessForm },
  config: { action: 'config', Form: ConfigForm },
  partitions: { action: 'partitions', Form: PartitionsForm },
  schema: { action: 'register-schema', Form: SchemaForm },
  promote: { action: 'promote', Form: PromoteForm },
  protection: { action: 'protection', Form: ProtectionForm },
  claim: { action: 'claim', Form: ClaimForm },
  delete: { action: 'delete', Form: DeleteForm },
};

const readTopic: ReadAsked<TopicDetail> = (api, where, options) =>
  api.topic(where, options);

/** One of the forms about a topic, or why it is not for this person now. */
export const TopicAskPage = (props: {
  environment: string;
  name: string;
  ask: TopicAsk;
}) => {
  const { environment, name, ask } = props;
  const { action, Form } = FORMS[ask];
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const loaded = useAskedAbout({ environment, name }, readTopic);
  return (
    <AskPage
      title={t(`ask.topic.${ask}.title`, { name })}
      about={{ name, href: links.topicOf(environment, name) }}
      loaded={loaded}
      words={{
        loading: t('topics.one.loading'),
        error: t('topics.one.error'),
        notAllowed: t('topics.one.notAllowed'),
        refused: t('ask.topic.notAllowed'),
      }}
      actionOf={({ thing }) => thing.actions[action]}
    >
      {({ thing, place }) => <Form topic={thing} environment={place} />}
    </AskPage>
  );
};
