// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import type { ResourceDetail } from '@fairway/backstage-plugin-self-service-common';
import { ErrorPanel, useOnce } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { lifetimesApiRef } from './api';

/** Takes back the removal of what has come to its end. */
export const KeepButton = (props: {
  resource: ResourceDetail;
  onKept: (resource: ResourceDetail) => void;
}) => {
  const { resource, onKept } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(lifetimesApiRef);
  const { run, isPending, error } = useOnce();
  const keep = () =>
    run(async () => {
      const reason = t('lifetime.keep.reason');
      onKept(await api.keepResource(resource.id, { reason }));
    });
  return (
    <Flex direction="column" gap="2">
      <Button variant="secondary" isPending={isPending} onPress={keep}>
        {t('lifetime.keep.button')}
      </Button>
      {error && <ErrorPanel title={t('lifetime.failed')} error={error} />}
    </Flex>
  );
};
