// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  routeResolutionApiRef,
  translationApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { RequestSource } from '@fairway/requests-react';
import { useMemo } from 'react';
import { useKafkaRequests } from '../useKafkaRequests';
import { createRequestSource } from './createRequestSource';

/** The requests of this plugin, for its own pages. */
export function useOwnSource(): RequestSource {
  const api = useKafkaRequests();
  const routes = useApi(routeResolutionApiRef);
  const translations = useApi(translationApiRef);
  return useMemo(
    () => createRequestSource({ api, routes, translations }),
    [api, routes, translations],
  );
}
