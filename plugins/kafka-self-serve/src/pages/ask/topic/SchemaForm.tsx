// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  checkSubject,
  type Compatibility,
  type SchemaFormat,
  type SubjectDetail,
  type SubjectRegisterPayload,
  subjectName,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { DiffView, LoadError, Section, useLoad } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskChoice, AskForm, AskLines, AskRadio, useAsk } from '../form';
import { FORMATS, COMPATIBILITIES } from '../schemas';
import { useAskLinks } from '../useAskLinks';
import { diffOf } from './diffOf';
import { prettySchema } from './prettySchema';
import type { TopicFormProps } from './TopicAskPage';

const PART = ['name'];
const FORMAT = ['format'];
const SCHEMA = ['schema'];
const COMPATIBILITY = ['compatibility'];

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
  const [typed, setTyped] = useState<string>();
  const [chosenFormat, setFormat] = useState<SchemaFormat>();
  const [compatibility, setCompatibility] = useState<
    Compatibility | 'unchanged'
  >('unchanged');
  const subject = subjectName({ strategy: 'TopicName', topic: name, part });
  const exists = topic.subjects.some(each => each.name === subject);
  const { value, error, isLoading, reload } = useSubject(
    topic.environment,
    subject,
    exists,
  );
  const latest = value?.found?.latest;
  const format = chosenFormat ?? latest?.format ?? 'AVRO';
  const before = latest ? prettySchema(latest.schema, latest.format) : '';
  const text = typed ?? before;
  const payload: SubjectRegisterPayload = {
    operation: 'register',
    environment: topic.environment,
    instance: topic.instance ?? '',
    name: subject,
    strategy: 'TopicName',
    format,
    schema: text,
    ...(latest?.references.length && { references: latest.references }),
    ...(compatibility !== 'unchanged' && { compatibility }),
  };
  // Whose it is the server knows; the instance's patterns need not be read for it.
  const problems = checkSubject({ payload, environment }).filter(
    ({ code }) => code !== 'instance-not-found',
  );
  const ask = useAsk({ kind: 'kafka.subject', payload, problems });
  const diff = latest && diffOf({ name: subject, before, after: text });
  return (
    <AskForm
      ask={ask}
      title={t('ask.topic.schema.title', { name })}
      intro={t('ask.topic.schema.text')}
      back={links.topicOf(topic.environment, name)}
    >
      <Section title={t('ask.topic.schema.section')}>
        <AskRadio
          path={PART}
          label={t('ask.schema.part')}
          options={(['value', 'key'] as const).map(each => ({
            value: each,
            label: t(`ask.schema.${each}`),
          }))}
          value={part}
          onChange={next => {
            setPart(next as typeof part);
            setTyped(undefined);
            setFormat(undefined);
          }}
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
        <Text as="p" role="status" color="secondary">
          {latest
            ? t('ask.schema.version', {
                subject,
                version: String(latest.version),
                compatibility:
                  value?.found?.compatibility ??
                  value?.found?.registryCompatibility ??
                  '?',
              })
            : t('ask.schema.first', { subject })}
        </Text>
        <AskChoice
          path={FORMAT}
          label={t('ask.schema.format')}
          options={FORMATS.map(each => ({ value: each, label: each }))}
          value={format}
          onChange={next => setFormat(next as SchemaFormat)}
        />
        <AskLines
          path={SCHEMA}
          label={t('ask.schema.text')}
          rows={14}
          isCode
          isRequired
          value={text}
          onChange={setTyped}
        />
        <AskChoice
          path={COMPATIBILITY}
          label={t('ask.schema.compatibility')}
          options={[
            { value: 'unchanged', label: t('ask.schema.unchanged') },
            ...COMPATIBILITIES.map(each => ({ value: each, label: each })),
          ]}
          value={compatibility}
          onChange={next => setCompatibility(next as Compatibility)}
        />
      </Section>
      {diff && (
        <Section title={t('ask.schema.diff')}>
          <DiffView diff={diff} />
        </Section>
      )}
    </AskForm>
  );
};
