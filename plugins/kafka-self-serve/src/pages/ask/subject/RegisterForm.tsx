// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type NamingStrategy,
  type SubjectDetail,
  topicsOfSubject,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskForm } from '../form';
import { useAskLinks } from '../useAskLinks';
import { SchemaSections } from './SchemaSections';
import type { SubjectFormProps } from './SubjectAskPage';
import { useSchemaDraft } from './useSchemaDraft';

/** How its name was made: of a topic, of a topic and a record, or of a record alone. */
export function strategyOf({
  name,
  topics,
}: Pick<SubjectDetail, 'name' | 'topics'>): NamingStrategy {
  if (topicsOfSubject(name, 'TopicName').length > 0) return 'TopicName';
  return topics.length > 0 ? 'TopicRecordName' : 'RecordName';
}

/** A new version of a subject, beside what it changes. */
export const RegisterForm = ({ subject, environment }: SubjectFormProps) => {
  const { name } = subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const draft = useSchemaDraft({
    environment,
    instance: subject.instance,
    name,
    strategy: strategyOf(subject),
    found: subject,
  });
  return (
    <AskForm
      ask={draft.ask}
      title={t('ask.subject.register.title', { name })}
      intro={t('ask.topic.schema.text')}
      back={links.subjectOf(subject.environment, name)}
    >
      <SchemaSections draft={draft} />
    </AskForm>
  );
};
