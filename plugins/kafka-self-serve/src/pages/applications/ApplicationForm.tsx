// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../../layout/useLinks';
import { EntityPicker, Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { RequestForm } from '../ask/form';

const GROUPS = ['group'] as const;
const COMPONENTS = ['component', 'system'] as const;

const EMPTY = {
  name: '',
  displayName: '',
  description: '',
  ownerRef: '',
  componentRef: '',
};

/** Asks for an application, which an administrator approves. */
export const ApplicationForm = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const navigate = useNavigate();
  const { applications } = useLinks();
  const [draft, setDraft] = useState(EMPTY);
  const set = (part: Partial<typeof EMPTY>) =>
    setDraft(current => ({ ...current, ...part }));
  const { name, displayName, description, ownerRef, componentRef } = draft;
  return (
    <Page
      title={t('applications.form.title')}
      text={t('applications.form.text')}
    >
      <RequestForm
        kind="kafka.application"
        payload={{
          operation: 'create',
          name: name.trim(),
          ...(displayName.trim() && { displayName: displayName.trim() }),
          ...(description.trim() && { description: description.trim() }),
          ownerRef: ownerRef.trim(),
          componentRef: componentRef.trim(),
        }}
        onCancel={() => navigate(applications)}
      >
        <TextField
          label={t('applications.form.name')}
          description={t('applications.form.nameText')}
          isRequired
          value={name}
          onChange={value => set({ name: value })}
        />
        <TextField
          label={t('applications.form.displayName')}
          value={displayName}
          onChange={value => set({ displayName: value })}
        />
        <TextAreaField
          label={t('applications.form.description')}
          rows={2}
          value={description}
          onChange={value => set({ description: value })}
        />
        <EntityPicker
          label={t('applications.form.owner')}
          description={t('applications.form.ownerText')}
          kinds={GROUPS}
          value={ownerRef}
          onChange={value => set({ ownerRef: value })}
        />
        <EntityPicker
          label={t('applications.form.component')}
          description={t('applications.form.componentText')}
          kinds={COMPONENTS}
          value={componentRef}
          onChange={value => set({ componentRef: value })}
        />
      </RequestForm>
    </Page>
  );
};
