// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type SubjectDetail,
  subjectName,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { LoadError, useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskForm, AskRadio } from '../form';
import { SchemaSections } from '../subject/SchemaSections';
import { useSchemaDraft } from '../subject/useSchemaDraft';
import { useAskLinks } from '../useAskLinks';
import type { TopicFormProps } from './TopicAskPage';

const PART = ['name'];

/** What the registry has of a subject, where there is one. */
function useSubject(environment: string, name: string, exists: boolean) {
  const api = useApi(kafkaSelfServeApiRef);
  return useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<{ found?: SubjectDetail }> =>
        exists
          ? { found: await api.subject({ environment, name }, { signal }) }
          : {},
      [api, environment, name, exists],
    ),
  );
}

/** A new version of the schema of a topic's records, beside what it changes. */
export const SchemaForm = ({ topic, environment }: TopicFormProps) => {
  const { name } = topic;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [part, setPart] = useState<'key' | 'value'>('value');
  const subject = subjectName({ strategy: 'TopicName', topic: name, part });
  const exists = topic.subjects.some(each => each.name === subject);
  const { value, error, isLoading, reload } = useSubject(
    topic.environment,
    subject,
    exists,
  );
  const draft = useSchemaDraft({
    environment,
    instance: topic.instance,
    name: subject,
    strategy: 'TopicName',
    found: value?.found,
  });
  return (
    <AskForm
      ask={draft.ask}
      title={t('ask.topic.schema.title', { name })}
      intro={t('ask.topic.schema.text')}
      back={links.topicOf(topic.environment, name)}
    >
      <SchemaSections draft={draft}>
        <AskRadio
          path={PART}
          label={t('ask.schema.part')}
          options={(['value', 'key'] as const).map(each => ({
            value: each,
            label: t(`ask.schema.${each}`),
          }))}
          value={part}
          onChange={next => setPart(next as typeof part)}
        />
        {error && (
          <LoadError
            error={error}
            title={t('ask.schema.error')}
            notAllowedTitle={t('ask.schema.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
      </SchemaSections>
    </AskForm>
  );
};
