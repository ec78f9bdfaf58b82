// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../api';

/** The Kafka environments, in their order. */
export function useEnvironments() {
  const api = useApi(kafkaSelfServeApiRef);
  return useLoad(
    useCallback((signal: AbortSignal) => api.environments({ signal }), [api]),
  );
}
