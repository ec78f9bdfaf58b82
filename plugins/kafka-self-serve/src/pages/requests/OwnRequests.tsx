// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { MyRequestsTable, ToDecideTable } from '@fairway/requests-react';
import { useMemo } from 'react';
import { useLinks } from '../../layout/useLinks';
import { useAreaTitle } from '../../layout/useAreaTitle';
import { useOwnSource } from '../../source';
import { kafkaSelfServeTranslationRef } from '../../translation';

/** What the person asked for. */
export const MyRequests = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { newTopic } = useLinks();
  const own = useOwnSource();
  useAreaTitle();
  return (
    <MyRequestsTable
      title={t('requests.mine.title')}
      sources={useMemo(() => [own], [own])}
      empty={{
        title: t('requests.mine.empty.title'),
        text: t('requests.mine.empty.text'),
        action: (
          <ButtonLink variant="primary" href={newTopic}>
            {t('requests.mine.empty.ask')}
          </ButtonLink>
        ),
      }}
    />
  );
};

/** What waits for the person's decision. An owner who decides about access is no administrator. */
export const ToDecide = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const own = useOwnSource();
  useAreaTitle();
  return (
    <ToDecideTable
      title={t('requests.toDecide.title')}
      sources={useMemo(() => [own], [own])}
      empty={{
        title: t('requests.toDecide.empty.title'),
        text: t('requests.toDecide.empty.text'),
      }}
    />
  );
};
