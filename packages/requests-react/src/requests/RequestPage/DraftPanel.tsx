// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { RelativeTime } from '../../components';
import { fairwayRequestsTranslationRef } from '../translation';

/** That this is a draft, and when it is thrown away. */
export const DraftPanel = (props: { request: RequestDetail }) => {
  const { draftExpiresAt } = props.request;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('draft.title')}
      description={
        <>
          {t('draft.text')}
          {draftExpiresAt && (
            <>
              {' '}
              {t('draft.expires')} <RelativeTime value={draftExpiresAt} />.
            </>
          )}
        </>
      }
    />
  );
};
