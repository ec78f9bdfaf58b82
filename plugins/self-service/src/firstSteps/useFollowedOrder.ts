// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import type { RequestDetail, RequestsApi } from '@fairway/requests-common';
import {
  describeError,
  type Loaded,
  useLoad,
  usePolling,
  useRequestSignals,
} from '@fairway/requests-react';
import { useCallback } from 'react';
import { selfServiceRequestsApiRef } from '../api';
import { SOURCE_ID } from '../source';
import { findEntity } from '../change/findEntity';
import { firstStepsMemory } from './memory';
import { firstStepsOf, type FollowedOrder, isOver } from './progress';

/** Signals tell sooner where the app has them; nobody signals that the catalog has taken something up. */
const POLL_MS = 15_000;
const PLUGIN_IDS = [SOURCE_ID];

type Remembered = RequestDetail | 'gone' | 'out-of-sight';

async function readRemembered(
  api: RequestsApi,
  id: string | undefined,
  signal: AbortSignal,
): Promise<Remembered> {
  if (!id) return 'gone';
  try {
    return await api.get(id, { signal });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { kind } = describeError(error);
    if (kind === 'notFound') return 'gone';
    if (kind === 'notAllowed') return 'out-of-sight';
    throw error;
  }
}

/** The order that was followed before; a newer one of whoever looks once that is over, or where they may not see it. */
async function follow(api: RequestsApi, signal: AbortSignal) {
  const { requestId, startedAt } = firstStepsMemory.read();
  const before = await readRemembered(api, requestId, signal);
  const isSeen = typeof before === 'object';
  if (isSeen && !isOver(before)) return before;
  const { items } = await api.list(
    { mine: true, since: startedAt, limit: 20 },
    { signal },
  );
  const next = items.find(each => !isOver(each));
  if (!next) return before;
  firstStepsMemory.update({ requestId: next.id });
  return api.get(next.id, { signal });
}

/** The catalog may be away; then the step is not done yet. */
const entityIn = (catalog: CatalogApi, request: RequestDetail) =>
  findEntity(catalog, request).catch(() => undefined);

/** Follows the first order of this browser from one person to the next. */
export function useFollowedOrder(): Loaded<FollowedOrder> {
  const api = useApi(selfServiceRequestsApiRef);
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<FollowedOrder> => {
      const { userEntityRef } = await identity.getBackstageIdentity();
      const followed = await follow(api, signal);
      const request = typeof followed === 'object' ? followed : undefined;
      const { seen } = firstStepsMemory.read();
      return {
        me: userEntityRef,
        request,
        isOutOfSight: followed === 'out-of-sight',
        hasSeenPlan: !!request && seen.includes(request.id),
        entityRef:
          request?.execution === 'succeeded'
            ? await entityIn(catalog, request)
            : undefined,
      };
    },
    [api, catalog, identity],
  );
  const loaded = useLoad(load);
  const { value, error, isLoading, reload } = loaded;
  useRequestSignals({ pluginIds: PLUGIN_IDS, onSignal: reload });
  usePolling({
    poll: reload,
    isActive:
      !isLoading &&
      !!value?.request &&
      firstStepsOf(value).some(({ isDone }) => !isDone),
    everyMs: POLL_MS,
    tick: error ?? value,
  });
  return loaded;
}
