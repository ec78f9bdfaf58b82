// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  KafkaEnvironmentView,
  TopicActionName,
  TopicDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { type ReactElement, useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskPage } from '../form';
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

/** One of the forms about a topic, or why it is not for this person now. */
export const TopicAskPage = (props: {
  environment: string;
  name: string;
  ask: TopicAsk;
}) => {
  const { environment, name, ask } = props;
  const { action, Form } = FORMS[ask];
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useAskLinks();
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const [topic, place] = await Promise.all([
          api.topic({ environment, name }, { signal }),
          api.environment(environment, { signal }),
        ]);
        return { topic, place };
      },
      [api, environment, name],
    ),
  );
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
      actionOf={({ topic }) => topic.actions[action]}
    >
      {({ topic, place }) => <Form topic={topic} environment={place} />}
    </AskPage>
  );
};
