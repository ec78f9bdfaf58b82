// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  routeResolutionApiRef,
  translationApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { RequestSource } from '@fairway/requests-react';
import { useMemo } from 'react';
import { kafkaSelfServeApiRef } from '../api';
import { useKafkaRequests } from '../useKafkaRequests';
import { createRequestSource } from './createRequestSource';

/** The requests of this plugin, for its own pages. */
export function useOwnSource(): RequestSource {
  const api = useKafkaRequests();
  const kafka = useApi(kafkaSelfServeApiRef);
  const routes = useApi(routeResolutionApiRef);
  const translations = useApi(translationApiRef);
  return useMemo(
    () => createRequestSource({ api, kafka, routes, translations }),
    [api, kafka, routes, translations],
  );
}
