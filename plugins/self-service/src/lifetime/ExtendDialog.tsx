// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Link,
  Select,
  Text,
} from '@backstage/ui';
import type {
  ExtendAnswer,
  ResourceDetail,
} from '@fairway/backstage-plugin-self-service-common';
import { ErrorPanel, RelativeTime, useOnce } from '@fairway/requests-react';
import { useState } from 'react';
import { requestRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';
import { lifetimesApiRef } from './api';
import { ReasonField, useReason } from './ReasonField';

const CHOICES = ['P1D', 'P3D', 'P7D', 'P14D', 'P30D'] as const;

/** Asks for how much longer, and why. Beyond the maximum it says which request somebody has to approve. */
export const ExtendDialog = (props: {
  resource: ResourceDetail;
  onClose: () => void;
  onExtended: (resource: ResourceDetail) => void;
}) => {
  const { resource, onClose, onExtended } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(lifetimesApiRef);
  const requestLink = useRouteRef(requestRouteRef);
  const [by, setBy] = useState<string>('P7D');
  const reason = useReason();
  const [asked, setAsked] = useState<ExtendAnswer['request']>();
  const { run, isPending, error } = useOnce();

  const extend = () => {
    const given = reason.take();
    if (!given) return undefined;
    return run(async () => {
      const answer = await api.extendResource(resource.id, {
        by,
        reason: given,
      });
      onExtended(answer.resource);
      if (answer.request) setAsked(answer.request);
      else onClose();
    });
  };

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && !isPending && onClose()}>
      <DialogHeader>
        {t('lifetime.extend.title', { name: resource.name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {asked ? (
            <Alert
              role="status"
              status="info"
              icon
              title={t('lifetime.extend.asked')}
              description={
                <Link href={requestLink?.({ id: asked.id }) ?? ''}>
                  {t('lifetime.request', { number: String(asked.number) })}
                </Link>
              }
            />
          ) : (
            <>
              {resource.lifetime?.maximumAt && (
                <Text as="p">
                  {t('lifetime.extend.maximum')}{' '}
                  <RelativeTime value={resource.lifetime.maximumAt} />
                </Text>
              )}
              <Select
                label={t('lifetime.extend.by')}
                options={CHOICES.map(value => ({
                  value,
                  label: t(`lifetime.extend.choices.${value}`),
                }))}
                value={by}
                onChange={value => setBy(String(value))}
              />
              <ReasonField reason={reason} />
              {error && (
                <ErrorPanel title={t('lifetime.failed')} error={error} />
              )}
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!asked && (
          <Button isPending={isPending} onPress={extend}>
            {t('lifetime.extend.button')}
          </Button>
        )}
        <Button variant="secondary" isDisabled={isPending} onPress={onClose}>
          {t('lifetime.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
