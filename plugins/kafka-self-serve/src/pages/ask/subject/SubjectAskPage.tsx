// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  KafkaEnvironmentView,
  SubjectDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { ReactElement } from 'react';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskPage, type ReadAsked, useAskedAbout } from '../form';
import { type SubjectAsk, useAskLinks } from '../useAskLinks';
import { CompatibilityForm } from './CompatibilityForm';
import { RegisterForm } from './RegisterForm';

/** What a form about a subject is given. */
export interface SubjectFormProps {
  subject: SubjectDetail;
  environment: KafkaEnvironmentView;
}

const FORMS: Record<SubjectAsk, (props: SubjectFormProps) => ReactElement> = {
  register: RegisterForm,
  compatibility: CompatibilityForm,
};

const readSubject: ReadAsked<SubjectDetail> = (api, where, options) =>
  api.subject(where, options);

/** One of the forms about a subject, or why it is not for this person now. */
export const SubjectAskPage = (props: {
  environment: string;
  name: string;
  ask: SubjectAsk;
}) => {
  const { environment, name, ask } = props;
  const Form = FORMS[ask];
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const links = useAskLinks();
  const loaded = useAskedAbout({ environment, name }, readSubject);
  return (
    <AskPage
      title={t(`ask.subject.${ask}.title`, { name })}
      about={{ name, href: links.subjectOf(environment, name) }}
      loaded={loaded}
      words={{
        loading: t('subjects.one.loading'),
        error: t('subjects.one.error'),
        notAllowed: t('subjects.one.notAllowed'),
        refused: t('ask.topic.notAllowed'),
      }}
      actionOf={({ thing }) => thing.actions[ask]}
    >
      {({ thing, place }) => <Form subject={thing} environment={place} />}
    </AskPage>
  );
};
