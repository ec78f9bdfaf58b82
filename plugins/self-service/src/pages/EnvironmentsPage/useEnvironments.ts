// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { environmentsOf } from './environments';

/** The environments as the catalog has them, with what runs there. */
export function useEnvironments() {
  const catalog = useApi(catalogApiRef);
  const load = useCallback(async () => {
    const { items } = await catalog.getEntities({
      filter: { kind: 'Resource' },
      fields: ['kind', 'metadata', 'spec.type', 'spec.owner'],
    });
    return environmentsOf(items);
  }, [catalog]);
  return useLoad(load);
}
