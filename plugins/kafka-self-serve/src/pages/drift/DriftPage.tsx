// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section, useAdministration } from '@fairway/requests-react';
import { kafkaRequestsApiRef } from '../../api';
import { Page } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { DriftList } from './DriftList';
import { Import } from './Import';
import { Orphans } from './Orphans';

/** What is not as it was asked for, what nobody owns, and, for administrators, the import. */
export const DriftPage = () => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { isAdministrator } = useAdministration(useApi(kafkaRequestsApiRef));
  return (
    <Page title={t('drift.title')} isArea text={t('drift.text')}>
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
    </Page>
  );
};
