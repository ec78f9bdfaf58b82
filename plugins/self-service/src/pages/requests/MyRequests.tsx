// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import { MyRequestsTable, useRequestSources } from '@fairway/requests-react';
import { MyEndings } from '../../endings';
import { selfServiceTranslationRef } from '../../translation';
import { OrderLink } from '../OrderLink';

/** What the person asked for, of every plugin that has requests. */
export const MyRequests = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Flex direction="column" gap="6">
      <MyRequestsTable
        title={t('requests.mine.title')}
        sources={useRequestSources()}
        actions={<OrderLink />}
        empty={{
          title: t('requests.mine.empty.title'),
          text: t('requests.mine.empty.text'),
          action: <OrderLink variant="secondary" />,
        }}
      />
      <MyEndings />
    </Flex>
  );
};
