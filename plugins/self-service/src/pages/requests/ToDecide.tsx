// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RequestTable, useRequestSources } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';

const TO_DECIDE = { waitingForMe: true };

/** What waits for the person's decision, of every plugin that has requests. */
export const ToDecide = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <RequestTable
      title={t('requests.toDecide.title')}
      sources={useRequestSources()}
      only={TO_DECIDE}
      // All of it is of one state.
      tabs={[]}
      empty={{
        title: t('requests.toDecide.empty.title'),
        text: t('requests.toDecide.empty.text'),
      }}
    />
  );
};
