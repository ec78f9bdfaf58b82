// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  PolicyProblem,
  SimulateRequest,
} from '@fairway/backstage-plugin-ownership-common';
import { EmptyState, LoadError } from '@fairway/requests-react';
import { FormEvent, useCallback, useRef, useState } from 'react';
import { ownershipApiRef } from '../../api';
import { OwnershipPage } from '../../components';
import { useSubmit } from '../../hooks/useSubmit';
import { ownershipTranslationRef } from '../../translation';
import { AnswerSkeleton } from '../AnswerSkeleton';
import { DraftField, DraftFieldHandle } from './DraftField';
import { Judgement } from './Judgement';
import styles from './SimulatePage.module.css';

/** What the backend calls what is sent; problems of other files, such as the cases in force, have no place here. */
const POLICY_FILE = 'draft.yaml';
const TESTS_FILE = 'draft.tests.yaml';

/** Judges a draft of the policy before it is committed. Nothing is stored. */
export const SimulatePage = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const [policy, setPolicy] = useState('');
  const [tests, setTests] = useState('');
  const [wasSent, setSent] = useState(false);
  const policyField = useRef<DraftFieldHandle>(null);
  const testsField = useRef<DraftFieldHandle>(null);
  const send = useCallback(
    (body: SimulateRequest, signal: AbortSignal) =>
      ownership.simulate(body, { signal }),
    [ownership],
  );
  const { value, error, isPending, run } = useSubmit(send);
  const isMissing = !policy.trim();

  const simulate = () => {
    setSent(true);
    if (isMissing) policyField.current?.goTo({ line: 1 });
    else run({ policy, ...(tests.trim() && { tests }) });
  };
  const goTo = ({ file, line, column }: PolicyProblem) => {
    const field = { [POLICY_FILE]: policyField, [TESTS_FILE]: testsField }[
      file
    ];
    if (!field || line === undefined) return undefined;
    return () => field.current?.goTo({ line, column });
  };
  return (
    <OwnershipPage title={t('simulate.title')} intro={t('simulate.intro')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          simulate();
        }}
      >
        <DraftField
          ref={policyField}
          label={t('simulate.policy.label')}
          description={t('simulate.policy.text')}
          rows={18}
          isRequired
          value={policy}
          problem={
            wasSent && isMissing ? t('simulate.policy.missing') : undefined
          }
          onChange={setPolicy}
        />
        <DraftField
          ref={testsField}
          label={t('simulate.cases.label')}
          description={t('simulate.cases.text')}
          rows={8}
          value={tests}
          onChange={setTests}
        />
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('simulate.submit')}
        </Button>
      </form>
      {error && (
        <LoadError
          error={error}
          title={t('simulate.error')}
          notAllowedTitle={t('simulate.notAllowed')}
          onRetry={simulate}
          isRetrying={isPending}
        />
      )}
      {isPending && !error && <AnswerSkeleton label={t('simulate.loading')} />}
      {!value && !error && !isPending && (
        <EmptyState title={t('simulate.empty.title')}>
          {t('simulate.empty.text')}
        </EmptyState>
      )}
      {value && !isPending && <Judgement judgement={value} goTo={goTo} />}
    </OwnershipPage>
  );
};
