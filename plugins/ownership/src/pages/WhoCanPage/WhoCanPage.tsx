// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, LoadError } from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { OwnershipPage, TargetForm } from '../../components';
import { Question, toWhoCanQuery } from '../../question';
import { ownershipTranslationRef } from '../../translation';
import { AnswerSkeleton } from '../AnswerSkeleton';
import { useAnswer } from '../useAnswer';
import { WhoCanAnswer } from './WhoCanAnswer';

/** Who can do one thing. */
export const WhoCanPage = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const ask = useCallback(
    (question: Question, signal: AbortSignal) =>
      ownership.whoCan(toWhoCanQuery(question), { signal }),
    [ownership],
  );
  const answer = useAnswer(ask);
  return (
    <OwnershipPage title={t('whoCan.title')} intro={t('whoCan.intro')}>
      <TargetForm
        question={answer.question}
        submit={t('whoCan.submit')}
        isPending={answer.isLoading}
        onSubmit={answer.setQuestion}
      />
      {!answer.question && (
        <EmptyState title={t('whoCan.empty.title')}>
          {t('whoCan.empty.text')}
        </EmptyState>
      )}
      {answer.error && (
        <LoadError
          error={answer.error}
          title={t('whoCan.error')}
          notAllowedTitle={t('whoCan.notAllowed')}
          onRetry={answer.reload}
          isRetrying={answer.isLoading}
        />
      )}
      {answer.isLoading && !answer.error && (
        <AnswerSkeleton label={t('whoCan.loading')} />
      )}
      {answer.value && !answer.isLoading && !answer.error && (
        <WhoCanAnswer answer={answer.value} />
      )}
    </OwnershipPage>
  );
};
