// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { REQUEST_STATE_TABS, RequestTable } from '@fairway/requests-react';
import { useMemo } from 'react';
import { useOwnSource } from '../../source';
import { kafkaSelfServeTranslationRef } from '../../translation';

const MINE = { mine: true };
const TO_DECIDE = { waitingForMe: true };
/** Nobody decides about their own. */
const TABS = REQUEST_STATE_TABS.filter(tab => tab !== 'waiting-for-me');

/** What the person asked for. */
export const MyRequests = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const own = useOwnSource();
  return (
    <RequestTable
      title={t('requests.mine.title')}
      sources={useMemo(() => [own], [own])}
      only={MINE}
      tabs={TABS}
      empty={{
        title: t('requests.mine.empty.title'),
        text: t('requests.mine.empty.text'),
      }}
    />
  );
};

/** What waits for the person's decision. An owner who decides about access is no administrator. */
export const ToDecide = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const own = useOwnSource();
  return (
    <RequestTable
      title={t('requests.toDecide.title')}
      sources={useMemo(() => [own], [own])}
      only={TO_DECIDE}
      tabs={[]}
      empty={{
        title: t('requests.toDecide.empty.title'),
        text: t('requests.toDecide.empty.text'),
      }}
    />
  );
};
