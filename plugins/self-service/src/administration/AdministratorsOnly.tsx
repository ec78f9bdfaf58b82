// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { AdministratorsOnly as ThoseOf } from '@fairway/requests-react';
import type { ReactNode } from 'react';
import { selfServiceRequestsApiRef } from '../api';
import { selfServiceTranslationRef } from '../translation';

/** What is for those who administer the requests of this plugin. */
export const AdministratorsOnly = (props: {
  /** Heading for those whom it is not shown to. */
  title: string;
  children: ReactNode;
}) => {
  const { title, children } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <ThoseOf
      api={useApi(selfServiceRequestsApiRef)}
      heading={title}
      title={t('administration.notAllowed')}
      text={t('administration.whom')}
      rule="selfService.administrators"
    >
      {children}
    </ThoseOf>
  );
};
