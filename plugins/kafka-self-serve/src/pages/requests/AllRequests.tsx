// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AdministratorsOnly } from '../../layout/AdministratorsOnly';
import { Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { RequestQueue } from './RequestQueue';

/** Everybody's requests with their history, for administrators; the server shows them to nobody else. */
export const AllRequests = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Page title={t('requests.all.title')} isArea>
      <AdministratorsOnly
        title={t('requests.all.notAllowed')}
        text={t('requests.all.whom')}
      >
        <RequestQueue />
      </AdministratorsOnly>
    </Page>
  );
};
