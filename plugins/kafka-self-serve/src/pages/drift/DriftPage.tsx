// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { Section, useAdministration } from '@fairway/requests-react';
import { kafkaRequestsApiRef } from '../../api';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { DriftList } from './DriftList';
import { Import } from './Import';
import { Orphans } from './Orphans';

/** What is not as it was asked for, what nobody owns, and, for administrators, the import. */
export const DriftPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { isAdministrator } = useAdministration(useApi(kafkaRequestsApiRef));
  return (
    <Flex direction="column" gap="5">
      <div>
        <Text as="h2" variant="title-small">
          {t('drift.title')}
        </Text>
        <Text as="p">{t('drift.text')}</Text>
      </div>
      <Section title={t('drift.list')}>
        <DriftList />
      </Section>
      <Section title={t('drift.orphans.title')}>
        <Orphans />
      </Section>
      {isAdministrator && (
        <Section title={t('drift.import.title')}>
          <Import />
        </Section>
      )}
    </Flex>
  );
};
