// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  LoadError,
  NotAllowed,
  Section,
  useLoad,
  usePolling,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { ownershipApiRef } from '../../api';
import { OwnershipPage } from '../../components';
import { ownershipTranslationRef } from '../../translation';
import { AnswerSkeleton } from '../AnswerSkeleton';
import { Grants } from './Grants';
import { OpenForm } from './OpenForm';

/** Somebody may be waiting for an approval. */
const POLL_MS = 15_000;

/** Passing the policy for a while: ask, approve as a second person, end. */
export const BreakGlassPage = () => {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const loadMe = useCallback(
    (signal: AbortSignal) => ownership.me({ signal }),
    [ownership],
  );
  const loadGrants = useCallback(
    (signal: AbortSignal) => ownership.breakGlass({ signal }),
    [ownership],
  );
  const me = useLoad(loadMe);
  const { value, error, isLoading, reload } = useLoad(loadGrants);
  usePolling({
    poll: reload,
    isActive: !isLoading && !error,
    everyMs: POLL_MS,
    tick: value,
  });
  return (
    <OwnershipPage title={t('breakGlass.title')} intro={t('breakGlass.intro')}>
      {me.error && (
        <LoadError
          error={me.error}
          title={t('breakGlass.meError')}
          notAllowedTitle={t('breakGlass.form.notAllowed')}
          onRetry={me.reload}
          isRetrying={me.isLoading}
        />
      )}
      {me.isLoading && !me.value && !me.error && (
        <AnswerSkeleton label={t('breakGlass.meLoading')} />
      )}
      {me.value && !me.value.breakGlass && (
        <NotAllowed title={t('breakGlass.form.notAllowed')}>
          {t('breakGlass.form.notAllowedText')}
        </NotAllowed>
      )}
      {me.value?.breakGlass && (
        <OpenForm terms={me.value.breakGlass} onOpened={reload} />
      )}
      <Section title={t('breakGlass.list.title')}>
        {error && (
          <LoadError
            error={error}
            title={t('breakGlass.error')}
            notAllowedTitle={t('breakGlass.notAllowed')}
            onRetry={reload}
            isRetrying={isLoading}
          />
        )}
        {isLoading && !value && !error && (
          <AnswerSkeleton label={t('breakGlass.loading')} />
        )}
        {!error && value?.items.length === 0 && (
          <EmptyState headingLevel="h4" title={t('breakGlass.empty.title')}>
            {t(
              me.value?.breakGlass || me.value?.administrator
                ? 'breakGlass.empty.text'
                : 'breakGlass.empty.own',
            )}
          </EmptyState>
        )}
        {value && value.items.length > 0 && (
          <Grants grants={value.items} onChanged={reload} />
        )}
      </Section>
    </OwnershipPage>
  );
};
