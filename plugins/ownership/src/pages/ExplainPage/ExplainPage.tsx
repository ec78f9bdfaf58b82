// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState, LoadError } from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { OwnershipPage, TargetForm } from '../../components';
import { Question, toExplainRequest } from '../../question';
import { ownershipTranslationRef } from '../../translation';
import { AnswerSkeleton } from '../AnswerSkeleton';
import { useAnswer } from '../useAnswer';
import { Explanation } from './Explanation';

/** Why somebody may or may not do something. */
export const ExplainPage = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const ask = useCallback(
    (question: Question, signal: AbortSignal) =>
      ownership.explain(toExplainRequest(question), { signal }),
    [ownership],
  );
  const answer = useAnswer(ask);
  return (
    <OwnershipPage title={t('explain.title')} intro={t('explain.intro')}>
      <TargetForm
        question={answer.question}
        submit={t('explain.submit')}
        isPending={answer.isLoading}
        withPerson
        onSubmit={answer.setQuestion}
      />
      {!answer.question && (
        <EmptyState title={t('explain.empty.title')}>
          {t('explain.empty.text')}
        </EmptyState>
      )}
      {answer.error && (
        <LoadError
          error={answer.error}
          title={t('explain.error')}
          notAllowedTitle={t('explain.notAllowed')}
          onRetry={answer.reload}
          isRetrying={answer.isLoading}
        />
      )}
      {answer.isLoading && !answer.error && (
        <AnswerSkeleton label={t('explain.loading')} />
      )}
      {answer.value && !answer.isLoading && !answer.error && (
        <Explanation explanation={answer.value} />
      )}
    </OwnershipPage>
  );
};
