// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RequestTable } from '@fairway/requests-react';
import { useMemo } from 'react';
import { useOwnSource } from '../source';
import { selfServiceTranslationRef } from '../translation';
import { provisionOf, resourceRefOf } from './provision';

/** Every request about an entity that the person may see, from the first order of it on. */
export const EntityRequests = () => {
  const { entity } = useEntity();
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const source = useOwnSource();
  const sources = useMemo(() => [source], [source]);
  const provision = provisionOf(entity);
  const resource = provision && resourceRefOf(provision);
  const only = useMemo(() => resource && { resource: [resource] }, [resource]);
  if (!only) return null;
  return (
    <RequestTable
      title={t('entity.requests.title')}
      sources={sources}
      only={only}
      // They are few, and of every state.
      tabs={[]}
      empty={{
        title: t('entity.requests.empty.title'),
        text: t('entity.requests.empty.text'),
      }}
    />
  );
};
