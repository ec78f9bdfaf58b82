// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, TextField } from '@backstage/ui';
import type { KafkaEnvironmentView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../../layout/useLinks';
import { EnvironmentChoice, Page, WithEnvironments } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { RequestForm } from '../ask/form';

const TYPES = ['TOPIC', 'GROUP', 'SUBJECT', 'TRANSACTIONAL_ID'] as const;

const Form = (props: {
  application: string;
  environments: readonly KafkaEnvironmentView[];
}) => {
  const { application, environments } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const navigate = useNavigate();
  const { applicationOf } = useLinks();
  const [environment, setEnvironment] = useState('');
  const [principals, setPrincipals] = useState(`User:${application}`);
  const [prefix, setPrefix] = useState(`${application}.`);
  const [isPublic, setPublic] = useState(true);
  return (
    <RequestForm
      kind="kafka.application-instance"
      payload={{
        operation: 'create',
        application,
        environment,
        principals: principals.split(/[\s,]+/).filter(Boolean),
        patterns: TYPES.map(type => ({
          type,
          pattern: 'PREFIXED',
          name: prefix.trim(),
        })),
        visibility: isPublic ? 'public' : 'private',
      }}
      onCancel={() => navigate(applicationOf(application))}
    >
      <EnvironmentChoice
        label={t('applications.instanceForm.environment')}
        placeholder={t('applications.instanceForm.choose')}
        isRequired
        environments={environments}
        value={environment}
        onChange={setEnvironment}
      />
      <TextField
        label={t('applications.instanceForm.principals')}
        description={t('applications.instanceForm.principalsText')}
        isRequired
        value={principals}
        onChange={setPrincipals}
      />
      <TextField
        label={t('applications.instanceForm.prefix')}
        description={t('applications.instanceForm.prefixText')}
        isRequired
        value={prefix}
        onChange={setPrefix}
      />
      <Checkbox isSelected={isPublic} onChange={setPublic}>
        {t('applications.instanceForm.visibility')}
      </Checkbox>
    </RequestForm>
  );
};

/** Asks to bring an application into an environment: who it is there, and what it owns. */
export const InstanceForm = (props: { application: string }) => {
  const { application } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Page
      title={t('applications.instanceForm.title', { application })}
      text={t('applications.instanceForm.text')}
    >
      <WithEnvironments>
        {environments => (
          <Form application={application} environments={environments} />
        )}
      </WithEnvironments>
    </Page>
  );
};
