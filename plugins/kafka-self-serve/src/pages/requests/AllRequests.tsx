// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { LoadError, NotAllowed, RequestTable } from '@fairway/requests-react';
import { useMemo } from 'react';
import { useAdministration } from '../../layout/useAdministration';
import { useOwnSource } from '../../source';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { LoadingRows } from '../../words';

/** Everybody's requests with their history, for administrators; the server shows them to nobody else. */
export const AllRequests = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { isAdministrator, error, isAsking, ask } = useAdministration();
  const own = useOwnSource();
  const sources = useMemo(() => [own], [own]);
  if (isAdministrator) {
    return (
      <RequestTable
        title={t('requests.all.title')}
        sources={sources}
        empty={{
          title: t('requests.all.empty.title'),
          text: t('requests.all.empty.text'),
        }}
      />
    );
  }
  if (isAdministrator === undefined && !error) {
    return <LoadingRows>{t('requests.asking')}</LoadingRows>;
  }
  return (
    <Flex direction="column" gap="4">
      <Text as="h2" variant="title-small">
        {t('requests.all.title')}
      </Text>
      {error ? (
        <LoadError
          error={error}
          title={t('requests.error')}
          notAllowedTitle={t('requests.all.notAllowed')}
          onRetry={ask}
          isRetrying={isAsking}
        />
      ) : (
        <NotAllowed
          title={t('requests.all.notAllowed')}
          rule="kafkaSelfServe.administrators"
        >
          {t('requests.all.whom')}
        </NotAllowed>
      )}
    </Flex>
  );
};
