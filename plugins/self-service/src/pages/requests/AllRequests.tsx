// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RequestTable } from '@fairway/requests-react';
import { useMemo } from 'react';
import { AdministratorsOnly } from '../../administration';
import { useOwnSource } from '../../source';
import { selfServiceTranslationRef } from '../../translation';

/** Everybody's requests of this plugin; the server shows them to administrators only. */
export const AllRequests = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const own = useOwnSource();
  const sources = useMemo(() => [own], [own]);
  return (
    <AdministratorsOnly title={t('requests.all.title')}>
      <RequestTable
        title={t('requests.all.title')}
        sources={sources}
        empty={{
          title: t('requests.all.empty.title'),
          text: t('requests.all.empty.text'),
        }}
      />
    </AdministratorsOnly>
  );
};
