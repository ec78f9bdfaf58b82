// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Alert, Link, Select, Text } from '@backstage/ui';
import type {
  ExtendAnswer,
  ResourceDetail,
} from '@fairway/backstage-plugin-self-service-common';
import { RelativeTime } from '@fairway/requests-react';
import { useState } from 'react';
import { requestRouteRef } from '../routes';
import { selfServiceTranslationRef } from '../translation';
import { lifetimesApiRef } from './api';
import { ReasonDialog } from './ReasonDialog';

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
  const [asked, setAsked] = useState<ExtendAnswer['request']>();

  const extend = async (reason: string) => {
    const answer = await api.extendResource(resource.id, { by, reason });
    onExtended(answer.resource);
    if (answer.request) setAsked(answer.request);
    else onClose();
  };

  return (
    <ReasonDialog
      title={t('lifetime.extend.title', { name: resource.name })}
      button={t('lifetime.extend.button')}
      onMove={extend}
      onClose={onClose}
      said={
        asked && (
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
        )
      }
    >
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
    </ReasonDialog>
  );
};
