// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { requestRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';

/** Leads back to the page of the request. */
export const BackLink = (props: { requestId: string }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const requestLink = useRouteRef(requestRouteRef);
  if (!requestLink) return null;
  return (
    <ButtonLink variant="secondary" href={requestLink({ id: props.requestId })}>
      {t('revise.back')}
    </ButtonLink>
  );
};
