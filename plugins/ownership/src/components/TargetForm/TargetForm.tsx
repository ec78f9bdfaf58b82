// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text, TextField } from '@backstage/ui';
import { OWNERSHIP_ACTIONS } from '@fairway/backstage-plugin-ownership-common';
import { describeError } from '@fairway/requests-react';
import { FormEvent, useEffect, useState } from 'react';
import { useNames } from '../../hooks/useNames';
import type { Question } from '../../question';
import { ownershipTranslationRef } from '../../translation';
import { NameField } from '../NameField';
import { AttributeFields } from './AttributeFields';
import { draftOf, isMoment, questionOf } from './draft';
import styles from './TargetForm.module.css';

/** Asks what somebody wants to do, to what, where. */
export const TargetForm = (props: {
  /** What was asked last, to start from. */
  question?: Question;
  /** The verb of the button. */
  submit: string;
  isPending: boolean;
  /** Also who and when. */
  withPerson?: boolean;
  onSubmit: (question: Question) => void;
}) => {
  const { question, submit, isPending, withPerson = false, onSubmit } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const { names, error } = useNames();
  const [draft, setDraft] = useState(() => draftOf(question));
  // Somebody may come back, or from elsewhere, with another question.
  const asked = JSON.stringify(question);
  useEffect(() => {
    if (asked) setDraft(draftOf(JSON.parse(asked)));
  }, [asked]);
  const set = (part: Partial<typeof draft>) =>
    setDraft(current => ({ ...current, ...part }));
  const badMoment = isMoment(draft.at) ? null : t('form.at.invalid');

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!badMoment && !isPending) onSubmit(questionOf(draft));
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {error && (
        <Text as="p" role="status" color="secondary">
          {t('form.noNames', { cause: describeError(error).message })}
        </Text>
      )}
      <div className={styles.fields}>
        <Select
          label={t('form.action')}
          options={OWNERSHIP_ACTIONS.map(action => ({
            value: action,
            label: action,
          }))}
          value={draft.action}
          onChange={action => set({ action: String(action) })}
        />
        <NameField
          label={t('form.environment')}
          options={names.environments}
          value={draft.environment}
          onChange={environment => set({ environment })}
        />
        <NameField
          label={t('form.service')}
          options={names.services}
          value={draft.service}
          onChange={service => set({ service })}
        />
        <TextField
          label={t('form.stores.label')}
          description={t('form.stores.text')}
          value={draft.stores}
          onChange={stores => set({ stores })}
        />
        {withPerson && (
          <>
            <TextField
              label={t('form.user.label')}
              description={t('form.user.text')}
              value={draft.user}
              onChange={user => set({ user })}
            />
            <TextField
              label={t('form.at.label')}
              description={t('form.at.text')}
              value={draft.at}
              onChange={at => set({ at })}
              validate={() => badMoment}
              validationBehavior="aria"
            />
          </>
        )}
      </div>
      <AttributeFields
        attributes={draft.attributes}
        onChange={attributes => set({ attributes })}
      />
      <details className={styles.more}>
        <summary>{t('form.more')}</summary>
        <div className={styles.fields}>
          {(['account', 'network', 'cluster'] as const).map(name => (
            <TextField
              key={name}
              label={t(`form.${name}`)}
              value={draft[name]}
              onChange={value => set({ [name]: value })}
            />
          ))}
        </div>
      </details>
      <Button type="submit" variant="primary" isPending={isPending}>
        {submit}
      </Button>
    </form>
  );
};
