// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { ResourceDetail } from '@fairway/backstage-plugin-self-service-common';
import { ErrorPanel, useOnce } from '@fairway/requests-react';
import { selfServiceTranslationRef } from '../translation';
import { lifetimesApiRef } from './api';
import { ReasonField, useReason } from './ReasonField';

/** Takes back the removal of what has come to its end, after a reason. */
export const KeepDialog = (props: {
  resource: ResourceDetail;
  onClose: () => void;
  onKept: (resource: ResourceDetail) => void;
}) => {
  const { resource, onClose, onKept } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(lifetimesApiRef);
  const reason = useReason();
  const { run, isPending, error } = useOnce();
  const keep = () => {
    const given = reason.take();
    if (!given) return undefined;
    return run(async () => {
      onKept(await api.keepResource(resource.id, { reason: given }));
      onClose();
    });
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && !isPending && onClose()}>
      <DialogHeader>
        {t('lifetime.keep.title', { name: resource.name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('lifetime.keep.text')}</Text>
          <ReasonField reason={reason} />
          {error && <ErrorPanel title={t('lifetime.failed')} error={error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button isPending={isPending} onPress={keep}>
          {t('lifetime.keep.button')}
        </Button>
        <Button variant="secondary" isDisabled={isPending} onPress={onClose}>
          {t('lifetime.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
