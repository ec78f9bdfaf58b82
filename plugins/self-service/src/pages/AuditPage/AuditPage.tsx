// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { AdministratorsOnly } from '../../administration';
import { selfServiceTranslationRef } from '../../translation';
import { Audit } from './Audit';

/** Every request with its history, for administrators. */
export const AuditPage = () => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <Container py="4">
      <AdministratorsOnly title={t('audit.title')}>
        <Audit />
      </AdministratorsOnly>
    </Container>
  );
};
