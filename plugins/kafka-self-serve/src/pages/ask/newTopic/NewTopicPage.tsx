// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { EmptyState, LoadError, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { Page } from '../../../parts';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { LoadingRows } from '../../../words';
import { useAskLinks } from '../useAskLinks';
import { useMyApplications } from '../useMine';
import { NewTopicForm } from './NewTopicForm';

/** The page that asks for a new topic, once it is known for whom and where. */
export const NewTopicPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useAskLinks();
  const mine = useMyApplications();
  const places = useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const [environments, policies] = await Promise.all([
          api.environments({ signal }),
          api.policies({ signal }),
        ]);
        return { environments: environments.items, policies: policies.items };
      },
      [api],
    ),
  );
  const error = mine.error ?? places.error;
  const reload = () => {
    mine.reload();
    places.reload();
  };
  const withInstances = mine.value?.filter(each => each.instances.length > 0);
  if (!error && withInstances?.length && places.value) {
    return (
      <NewTopicForm
        applications={withInstances}
        environments={places.value.environments}
        policies={places.value.policies}
      />
    );
  }
  return (
    <Page title={t('ask.newTopic.title')}>
      {error && (
        <LoadError
          error={error}
          title={t('ask.newTopic.error')}
          notAllowedTitle={t('ask.newTopic.notAllowed')}
          onRetry={reload}
          isRetrying={mine.isLoading || places.isLoading}
        />
      )}
      {!error && withInstances?.length === 0 && (
        <EmptyState
          title={t('ask.newTopic.empty.title')}
          action={
            <ButtonLink
              variant="primary"
              href={
                mine.value?.length
                  ? links.applicationOf(mine.value[0].name)
                  : links.newApplication
              }
            >
              {t(
                mine.value?.length
                  ? 'ask.newTopic.empty.instance'
                  : 'ask.newTopic.empty.application',
              )}
            </ButtonLink>
          }
        >
          {t('ask.newTopic.empty.text')}
        </EmptyState>
      )}
      {!error &&
        (!withInstances || !places.value) &&
        withInstances?.length !== 0 && (
          <LoadingRows>{t('ask.newTopic.loading')}</LoadingRows>
        )}
    </Page>
  );
};
