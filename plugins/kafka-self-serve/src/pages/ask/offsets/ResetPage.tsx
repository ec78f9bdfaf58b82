// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  BreadcrumbEntry,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import { LoadError, NotAllowed, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../../api';
import { kafkaSelfServeTranslationRef } from '../../../translation';
import { LoadingRows } from '../../../words';
import { useAskLinks } from '../useAskLinks';
import { ResetForm } from './ResetForm';

/** The page that lets a group go on at another place, or says why not. */
export const ResetPage = (props: { environment: string; group: string }) => {
  const { environment, group: groupId } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const links = useAskLinks();
  const { value, error, isLoading, reload } = useLoad(
    useCallback(
      (signal: AbortSignal) => api.group({ environment, groupId }, { signal }),
      [api, environment, groupId],
    ),
  );
  const back = links.groupOf(environment, groupId);
  const reset = value?.actions.reset;
  return (
    <BreadcrumbEntry entry={{ label: groupId, href: back }}>
      {value && reset?.allowed ? (
        <ResetForm group={value} />
      ) : (
        <Flex direction="column" gap="4">
          <Text as="h2" variant="title-small">
            {t('ask.reset.title', { name: groupId })}
          </Text>
          {error && !value && (
            <LoadError
              error={error}
              title={t('ask.reset.error')}
              notAllowedTitle={t('ask.reset.notAllowedSee')}
              onRetry={reload}
              isRetrying={isLoading}
            />
          )}
          {!error && !value && (
            <LoadingRows>{t('ask.reset.loading')}</LoadingRows>
          )}
          {reset && !reset.allowed && (
            <>
              <NotAllowed title={t('ask.reset.notAllowed')}>
                {reset.because}
              </NotAllowed>
              <div>
                <ButtonLink variant="secondary" href={back}>
                  {t('ask.topic.back', { name: groupId })}
                </ButtonLink>
              </div>
            </>
          )}
        </Flex>
      )}
    </BreadcrumbEntry>
  );
};
