// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { RequestDetail } from '@fairway/requests-common';
import { useLoad, usePolling } from '@fairway/requests-react';
import { useCallback } from 'react';
import { findEntity } from './findEntity';

/** The catalog reads its providers about once a minute. */
const POLL_MS = 15_000;

/**
 * Ref of the entity that a request makes, changes or removes, as soon as the catalog has it: from the submission on, and
 * kept when it is gone.
 */
export function useEntityRef(
  request: RequestDetail | undefined,
): string | undefined {
  const catalog = useApi(catalogApiRef);
  const isAwaited =
    !!request && ['pending', 'approved'].includes(request.decision);
  const wanted = isAwaited ? request : undefined;
  const load = useCallback(async () => {
    const ref = wanted && (await findEntity(catalog, wanted));
    return { ref };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a request that was brought up to date is the same one
  }, [catalog, wanted?.id]);
  const { value, error, isLoading, reload } = useLoad(load);
  usePolling({
    poll: reload,
    isActive: isAwaited && !isLoading && !value?.ref,
    everyMs: POLL_MS,
    tick: error ?? value,
  });
  return value?.ref;
}
