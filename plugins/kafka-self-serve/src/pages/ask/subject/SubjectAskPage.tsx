// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  KafkaEnvironmentView,
  SubjectDetail,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { type ReactElement, useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { AskPage } from '../form';
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

/** One of the forms about a subject, or why it is not for this person now. */
export const SubjectAskPage = (props: {
  environment: string;
  name: string;
  ask: SubjectAsk;
}) => {
  const { environment, name, ask } = props;
  const Form = FORMS[ask];
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useAskLinks();
  const loaded = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const [subject, place] = await Promise.all([
          api.subject({ environment, name }, { signal }),
          api.environment(environment, { signal }),
        ]);
        return { subject, place };
      },
      [api, environment, name],
    ),
  );
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
      actionOf={({ subject }) => subject.actions[ask]}
    >
      {({ subject, place }) => <Form subject={subject} environment={place} />}
    </AskPage>
  );
};
