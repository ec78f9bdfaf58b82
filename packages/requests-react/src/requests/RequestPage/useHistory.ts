// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ChainReport,
  RequestEvent,
  RequestsApi,
} from '@fairway/requests-common';
import { useCallback } from 'react';
import { type Loaded, useLoad } from '../../hooks';

/** The events of a request and the state of their chain, loaded again with each `version`. */
export function useHistory(options: {
  api: RequestsApi;
  requestId: string;
  version: object;
}): Loaded<{ items: RequestEvent[]; chain: ChainReport }> {
  const { api, requestId, version } = options;
  return useLoad(
    useCallback(
      (signal: AbortSignal) => api.events(requestId, { signal }),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, requestId, version],
    ),
  );
}
