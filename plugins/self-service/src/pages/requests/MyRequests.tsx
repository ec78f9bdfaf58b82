// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  REQUEST_STATE_TABS,
  RequestTable,
  useRequestSources,
} from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../../translation';
import { OrderLink } from '../OrderLink';

const MINE = { mine: true };
/** Nobody decides about their own. */
const TABS = REQUEST_STATE_TABS.filter(tab => tab !== 'waiting-for-me');

/** What the person asked for, of every plugin that has requests. */
export const MyRequests = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <RequestTable
      title={t('requests.mine.title')}
      sources={useRequestSources()}
      only={MINE}
      tabs={TABS}
      actions={<OrderLink />}
      empty={{
        title: t('requests.mine.empty.title'),
        text: t('requests.mine.empty.text'),
        action: <OrderLink variant="secondary" />,
      }}
    />
  );
};
