// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { AdministratorsOnly } from '../../layout/AdministratorsOnly';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { RequestQueue } from './RequestQueue';

/** Everybody's requests with their history, for administrators; the server shows them to nobody else. */
export const AllRequests = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return (
    <Flex direction="column" gap="4">
      <Text as="h2" variant="title-small">
        {t('requests.all.title')}
      </Text>
      <AdministratorsOnly
        title={t('requests.all.notAllowed')}
        text={t('requests.all.whom')}
      >
        <RequestQueue />
      </AdministratorsOnly>
    </Flex>
  );
};
