// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { useLoad, usePolling } from '../../hooks';

const EVERY_MS = 15_000;

/**
 * Whether the catalog has an entity, looked up until it is as `expected`.
 *
 * @param entityRef - nothing is looked up without it
 */
export function useCatalogState(
  entityRef: string | undefined,
  expected: 'present' | 'absent',
): 'present' | 'absent' | undefined {
  const catalog = useApiHolder().get(catalogApiRef);
  const load = useCallback(async () => {
    if (!entityRef || !catalog) return undefined;
    const entity = await catalog.getEntityByRef(entityRef);
    return { state: entity ? ('present' as const) : ('absent' as const) };
  }, [catalog, entityRef]);
  const { value, isLoading, error, reload } = useLoad(load);
  usePolling({
    poll: reload,
    isActive: !!entityRef && !isLoading && value?.state !== expected,
    everyMs: EVERY_MS,
    tick: error ?? value,
  });
  return value?.state;
}
