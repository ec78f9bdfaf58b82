// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox } from '@backstage/ui';
import type {
  ApplicationDetail,
  KafkaEnvironmentView,
  TopicPolicyView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section } from '@fairway/requests-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { ConfigsEditor } from '../configs';
import { AskForm, AskLines, useAsk } from '../form';
import { useAskLinks } from '../useAskLinks';
import { instancesIn } from '../useMine';
import { AccessFields } from './AccessFields';
import {
  askingOf,
  EMPTY_DRAFT,
  nameOf,
  TOPIC_PATH,
  type TopicDraft,
} from './draft';
import { LabelFields } from './LabelFields';
import { LimitsMeter } from './LimitsMeter';
import { NameFields } from './NameFields';
import { PlaceFields } from './PlaceFields';
import { SchemaFields } from './SchemaFields';
import { SizeFields } from './SizeFields';
import { useLikeNames } from './useLikeNames';
import { yamlOf } from './yaml';

/** The form of a new topic, with who reads and writes it from its first day. */
export const NewTopicForm = (props: {
  /** Of the person, each with at least one instance. */
  applications: ApplicationDetail[];
  environments: KafkaEnvironmentView[];
  policies: TopicPolicyView[];
}) => {
  const { applications, environments, policies } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<TopicDraft>(() =>
    firstDraft(props, params),
  );
  const change = (changes: Partial<TopicDraft>) =>
    setDraft(current => ({ ...current, ...changes }));

  const environment = environments.find(
    ({ name }) => name === draft.environment,
  );
  const here = instancesIn(applications, draft.environment);
  const instance = here.find(each => each.application === draft.application);
  const existing = useLikeNames({
    environment: draft.environment,
    name: nameOf(draft, instance),
  });
  const today = useMemo(() => new Date().toISOString(), []);
  const asking = askingOf(draft, {
    instance,
    environment,
    policies,
    existing,
    instances: here,
    today,
  });
  const { topic, schemaIndex } = asking;
  const ask = useAsk(asking);
  return (
    <AskForm
      ask={ask}
      title={t('ask.newTopic.title')}
      intro={t('ask.newTopic.text')}
      back={links.topics}
      yaml={
        environment && topic.name
          ? yamlOf({
              payload: topic,
              environment,
              subject: draft.schema && {
                name: `${topic.name}-value`,
                format: draft.schema.format,
                schema: draft.schema.text,
              },
            })
          : undefined
      }
    >
      <Section title={t('ask.newTopic.place')}>
        <PlaceFields
          draft={draft}
          applications={applications}
          environments={environments}
          onChange={change}
        />
      </Section>
      <Section title={t('ask.newTopic.name')}>
        <NameFields draft={draft} instance={instance} onChange={change} />
        <AskLines
          path={[...TOPIC_PATH, 'description']}
          label={t('ask.newTopic.description')}
          description={t('ask.newTopic.descriptionText')}
          rows={2}
          value={draft.description}
          onChange={description => change({ description })}
        />
      </Section>
      <Section title={t('ask.newTopic.labels.title')}>
        <LabelFields
          labels={draft.labels}
          onChange={labels => change({ labels })}
        />
      </Section>
      <Section title={t('ask.newTopic.size')}>
        <SizeFields draft={draft} environment={environment} onChange={change} />
        {instance && environment && (
          <LimitsMeter
            instance={instance}
            environment={environment}
            topic={topic}
          />
        )}
      </Section>
      <Section title={t('ask.newTopic.configs')}>
        <ConfigsEditor
          path={[...TOPIC_PATH, 'configs']}
          configs={draft.configs}
          onChange={configs => change({ configs })}
        />
        <Checkbox
          isSelected={draft.deletionProtection}
          onChange={deletionProtection => change({ deletionProtection })}
        >
          {t('ask.newTopic.protect')}
        </Checkbox>
      </Section>
      <Section title={t('ask.newTopic.schema')}>
        <SchemaFields
          draft={draft}
          hasRegistry={Boolean(environment?.schemaRegistry)}
          path={['items', schemaIndex ?? 1, 'payload']}
          onChange={change}
        />
      </Section>
      <Section title={t('ask.newTopic.access')}>
        <AccessFields
          draft={draft}
          instances={here.filter(({ id }) => id !== instance?.id)}
          onChange={change}
        />
      </Section>
    </AskForm>
  );
};

/** As the address says, or the only application in its first environment. */
function firstDraft(
  options: {
    applications: ApplicationDetail[];
    environments: KafkaEnvironmentView[];
  },
  params: URLSearchParams,
): TopicDraft {
  const { applications, environments } = options;
  const application =
    applications.find(({ name }) => name === params.get('application')) ??
    applications[0];
  const there = new Set(
    application.instances.map(({ environment }) => environment),
  );
  const possible = environments.filter(({ name }) => there.has(name));
  const environment =
    possible.find(({ name }) => name === params.get('environment')) ??
    possible[0];
  return {
    ...EMPTY_DRAFT,
    application: application.name,
    environment: environment?.name ?? '',
    size: firstSize(environment),
  };
}

/** The smallest size that there is. */
export function firstSize(
  environment?: KafkaEnvironmentView,
): TopicDraft['size'] {
  const sizes = environment?.limits.sizes ?? {};
  return (['S', 'M', 'L'] as const).find(size => sizes[size]) ?? 'custom';
}
