// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ResourceDetail } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceTranslationRef } from '../translation';
import { lifetimesApiRef } from './api';
import { ReasonDialog } from './ReasonDialog';

/** Takes back the removal of what has come to its end, after a reason. */
export const KeepDialog = (props: {
  resource: ResourceDetail;
  onClose: () => void;
  onKept: (resource: ResourceDetail) => void;
}) => {
  const { resource, onClose, onKept } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(lifetimesApiRef);
  return (
    <ReasonDialog
      title={t('lifetime.keep.title', { name: resource.name })}
      button={t('lifetime.keep.button')}
      onClose={onClose}
      onMove={async reason => {
        onKept(await api.keepResource(resource.id, { reason }));
        onClose();
      }}
    >
      <Text as="p">{t('lifetime.keep.text')}</Text>
    </ReasonDialog>
  );
};
