// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ApplicationDetail,
  InstanceView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';

/** Somebody with more applications than these finds the rest through the application's own page. */
const MOST = 50;

/** The applications of the person with their instances, for forms in which one is chosen. */
export function useMyApplications() {
  const api = useApi(kafkaSelfServeApiRef);
  return useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<ApplicationDetail[]> => {
        const { items } = await api.applications(
          { mine: true, limit: MOST },
          { signal },
        );
        return Promise.all(
          items.map(({ name }) => api.application(name, { signal })),
        );
      },
      [api],
    ),
  );
}

/** Their instances in one environment. */
export function instancesIn(
  applications: readonly ApplicationDetail[],
  environment: string,
): InstanceView[] {
  return applications
    .flatMap(({ instances }) => instances)
    .filter(each => each.environment === environment);
}
