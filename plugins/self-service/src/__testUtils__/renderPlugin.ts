// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import {
  type AnalyticsEvent,
  fetchApiRef,
  FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { selfServicePlugin } from '../plugin';
import type { FakeBackend } from './fakeBackend';
import { fakeCatalog, fakeScaffolder } from './neighbours';

/** An app with the plugin as it is shipped, at a path, in front of a backend that answers as told. */
export function renderPlugin(options: {
  path: string;
  backend: FakeBackend;
  features?: FrontendFeature[];
  /** What the catalog has. */
  entities?: Entity[];
}): {
  /** What was told to analytics. */
  analytics: { getEvents(): AnalyticsEvent[] };
} {
  const { path, backend, features = [], entities = [] } = options;
  const analytics = mockApis.analytics();
  renderTestApp({
    features: [selfServicePlugin, fakeScaffolder, fakeCatalog, ...features],
    initialRouteEntries: [path],
    apis: [
      [fetchApiRef, { fetch: backend.fetch }],
      mockApis.discovery(),
      mockApis.identity({ userEntityRef: backend.requests.me }),
      analytics,
      catalogApiMock({ entities }),
    ],
  });
  return { analytics };
}
