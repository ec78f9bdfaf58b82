// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import { fetchApiRef, FrontendFeature } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { kafkaSelfServePlugin } from '../plugin';
import type { FakeKafka } from './FakeKafka';

/** An app with the plugin as it is shipped, at a path, in front of a backend that answers as told. */
export function renderKafka(options: {
  path: string;
  backend: FakeKafka;
  entities?: Entity[];
  features?: FrontendFeature[];
}): { analytics: ReturnType<typeof mockApis.analytics> } {
  const { path, backend, entities = [], features = [] } = options;
  const analytics = mockApis.analytics();
  renderTestApp({
    features: [kafkaSelfServePlugin, ...features],
    initialRouteEntries: [path],
    apis: [
      [fetchApiRef, { fetch: backend.fetch }],
      analytics,
      mockApis.discovery(),
      mockApis.identity({ userEntityRef: 'user:default/otto' }),
      catalogApiMock({ entities }),
    ],
  });
  return { analytics };
}
