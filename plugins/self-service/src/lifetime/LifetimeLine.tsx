// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { lifetimeInWords } from '@fairway/backstage-plugin-self-service-common';
import { Section } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';

/** How long what a request makes is meant to live, and what comes then. */
export const LifetimeLine = (props: { lifetime?: string }) => {
  const { lifetime } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (!lifetime) return null;
  return (
    <Section title={t('lifetime.title')}>
      <Text as="p">
        {t('lifetime.line', { lifetime: lifetimeInWords(lifetime) })}
      </Text>
    </Section>
  );
};
