// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { createExternal } from '../routes';
import { selfServiceTranslationRef } from '../translation';

/** Leads to where things are ordered, where the portal has such a page. */
export const OrderLink = (props: { variant?: 'primary' | 'secondary' }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const createLink = useRouteRef(createExternal);
  if (!createLink) return null;
  return (
    <ButtonLink variant={props.variant ?? 'primary'} href={createLink()}>
      {t('order')}
    </ButtonLink>
  );
};
