// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, NumberField, TextAreaField, TextField } from '@backstage/ui';
import type {
  MeResponse,
  OpenBreakGlassRequest,
} from '@fairway/backstage-plugin-ownership-common';
import { LoadError, Section } from '@fairway/requests-react';
import { FormEvent, useCallback, useState } from 'react';
import { ownershipApiRef } from '../../api';
import { DangerButton, NameField } from '../../components';
import { useNames } from '../../hooks/useNames';
import { useSubmit } from '../../hooks/useSubmit';
import { ownershipTranslationRef } from '../../translation';
import styles from './BreakGlassPage.module.css';

const EMPTY = { reason: '', ticket: '', environment: '', service: '' };

/** How long a grant lasts unless the person says otherwise, in minutes. */
const USUAL_MINUTES = 30;

/** Asks for a grant: why, for how long, for what. */
export const OpenForm = (props: {
  terms: NonNullable<MeResponse['breakGlass']>;
  onOpened: () => void;
}) => {
  const { terms, onOpened } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const { names } = useNames();
  const usual = Math.min(USUAL_MINUTES, terms.maxMinutes);
  const [draft, setDraft] = useState(EMPTY);
  const [minutes, setMinutes] = useState(usual);
  const [wasSent, setSent] = useState(false);
  const set = (part: Partial<typeof draft>) =>
    setDraft(current => ({ ...current, ...part }));
  const send = useCallback(
    (body: OpenBreakGlassRequest, signal: AbortSignal) =>
      ownership.openBreakGlass(body, { signal }),
    [ownership],
  );
  const { value, error, isPending, run } = useSubmit(send);

  const missing = (name: 'reason' | 'ticket') =>
    terms.require.includes(name) && !draft[name].trim()
      ? t(`breakGlass.form.${name}.missing`)
      : null;
  const badMinutes =
    Number.isInteger(minutes) && minutes >= 1 && minutes <= terms.maxMinutes
      ? null
      : t('breakGlass.form.minutes.invalid', {
          max: String(terms.maxMinutes),
        });
  const problems = {
    reason: missing('reason'),
    ticket: missing('ticket'),
    minutes: badMinutes,
  };
  const check = (name: keyof typeof problems) => ({
    validate: () => (wasSent ? problems[name] : null),
    validationBehavior: 'aria' as const,
  });

  const open = async () => {
    setSent(true);
    if (isPending || Object.values(problems).some(Boolean)) return;
    const { reason, ticket, environment, service } = draft;
    const worked = await run({
      reason: reason.trim(),
      ticket: ticket.trim(),
      minutes,
      ...(environment.trim() && { environment: environment.trim() }),
      ...(service.trim() && { service: service.trim() }),
    });
    if (!worked) return;
    setDraft(EMPTY);
    setMinutes(usual);
    setSent(false);
    onOpened();
  };
  return (
    <Section title={t('breakGlass.form.title')}>
      <Alert
        status="danger"
        role="note"
        icon
        title={t('breakGlass.warning.title')}
        description={t('breakGlass.warning.text', {
          count: terms.approvals,
          max: String(terms.maxMinutes),
        })}
      />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          open();
        }}
      >
        <TextAreaField
          label={t('breakGlass.form.reason.label')}
          description={t('breakGlass.form.reason.text')}
          rows={3}
          isRequired={terms.require.includes('reason')}
          value={draft.reason}
          onChange={reason => set({ reason })}
          {...check('reason')}
        />
        <div className={styles.fields}>
          <TextField
            label={t('breakGlass.form.ticket.label')}
            isRequired={terms.require.includes('ticket')}
            value={draft.ticket}
            onChange={ticket => set({ ticket })}
            {...check('ticket')}
          />
          <NumberField
            label={t('breakGlass.form.minutes.label', {
              max: String(terms.maxMinutes),
            })}
            isRequired
            value={minutes}
            onChange={setMinutes}
            {...check('minutes')}
          />
          <NameField
            label={t('form.environment')}
            description={t('breakGlass.form.environment')}
            options={names.environments}
            value={draft.environment}
            onChange={environment => set({ environment })}
          />
          <NameField
            label={t('form.service')}
            description={t('breakGlass.form.service')}
            options={names.services}
            value={draft.service}
            onChange={service => set({ service })}
          />
        </div>
        <DangerButton type="submit" isPending={isPending}>
          {t('breakGlass.form.submit')}
        </DangerButton>
        <div role="status">
          {value && !isPending && !error && t('breakGlass.form.done')}
        </div>
      </form>
      {error && (
        <LoadError
          error={error}
          title={t('breakGlass.form.error')}
          notAllowedTitle={t('breakGlass.form.notAllowed')}
          onRetry={open}
          isRetrying={isPending}
        />
      )}
    </Section>
  );
};
