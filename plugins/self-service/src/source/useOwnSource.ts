// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  routeResolutionApiRef,
  translationApiRef,
  useAnalytics,
  useApi,
} from '@backstage/frontend-plugin-api';
import { type RequestSource, trackRequests } from '@fairway/requests-react';
import { useMemo } from 'react';
import { ownershipApiRef, selfServiceRequestsApiRef } from '../api';
import { createRequestSource } from './createRequestSource';

/** The requests of this plugin, for its own pages: what people do there is told to analytics. */
export function useOwnSource(): RequestSource {
  const api = useApi(selfServiceRequestsApiRef);
  const ownership = useApi(ownershipApiRef);
  const routes = useApi(routeResolutionApiRef);
  const translations = useApi(translationApiRef);
  const analytics = useAnalytics();
  return useMemo(
    () =>
      createRequestSource({
        api: trackRequests(api, analytics),
        ownership,
        routes,
        translations,
      }),
    [api, analytics, ownership, routes, translations],
  );
}
