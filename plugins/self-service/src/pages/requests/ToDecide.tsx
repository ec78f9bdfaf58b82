// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ToDecideTable, useRequestSources } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';

/** What waits for the person's decision, of every plugin that has requests. */
export const ToDecide = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <ToDecideTable
      title={t('requests.toDecide.title')}
      sources={useRequestSources()}
      empty={{
        title: t('requests.toDecide.empty.title'),
        text: t('requests.toDecide.empty.text'),
      }}
    />
  );
};
