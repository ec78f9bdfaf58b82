// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type { ResourceDetail } from '@fairway/backstage-plugin-self-service-common';
import { useEffect, useState } from 'react';
import { lifetimesApiRef } from './api';

/** A resource with its end, read when it is shown; what a move answers takes its place. */
export function useResource(id: string): {
  resource?: ResourceDetail;
  error?: Error;
  setResource: (resource: ResourceDetail) => void;
} {
  const api = useApi(lifetimesApiRef);
  const [state, setState] = useState<{
    resource?: ResourceDetail;
    error?: Error;
  }>({});
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setState({});
    api.getResource(id, { signal }).then(
      resource => !signal.aborted && setState({ resource }),
      error => !signal.aborted && setState({ error }),
    );
    return () => controller.abort();
  }, [api, id]);
  return {
    ...state,
    setResource: resource => setState({ resource }),
  };
}
