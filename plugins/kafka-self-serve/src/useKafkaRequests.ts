// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useAnalytics, useApi } from '@backstage/frontend-plugin-api';
import type { RequestsApi } from '@fairway/requests-common';
import { trackRequests } from '@fairway/requests-react';
import { useMemo } from 'react';
import { kafkaRequestsApiRef } from './api';

/** The requests of this plugin; what people do with them here is told to analytics. */
export function useKafkaRequests(): RequestsApi {
  const api = useApi(kafkaRequestsApiRef);
  const analytics = useAnalytics();
  return useMemo(() => trackRequests(api, analytics), [api, analytics]);
}
