// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ownershipPlugin } from '../plugin';
import type { FakeBackend } from './fakeBackend';
import { fakeCatalog } from './neighbours';

/** An app with the plugin as it is shipped, at a path, in front of a backend that answers as told. */
export function renderPlugin(options: { path: string; backend: FakeBackend }) {
  const { path, backend } = options;
  return renderTestApp({
    features: [ownershipPlugin, fakeCatalog],
    initialRouteEntries: [path],
    apis: [
      [fetchApiRef, { fetch: backend.fetch }],
      mockApis.discovery(),
      catalogApiMock(),
    ],
  });
}
