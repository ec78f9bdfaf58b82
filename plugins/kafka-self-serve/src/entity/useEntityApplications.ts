// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../api';

/** The applications that belong to the entity of the page. */
export function useEntityApplications() {
  const { entity } = useEntity();
  const api = useApi(kafkaSelfServeApiRef);
  const ref = stringifyEntityRef(entity);
  return useLoad(
    useCallback(
      (signal: AbortSignal) =>
        api.applications({ component: [ref] }, { signal }),
      [api, ref],
    ),
  );
}
