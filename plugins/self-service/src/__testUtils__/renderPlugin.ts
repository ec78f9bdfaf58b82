// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import {
  type AnalyticsEvent,
  fetchApiRef,
  FrontendFeature,
} from '@backstage/frontend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { selfServicePlugin } from '../plugin';
import {
  type ScaffolderTask,
  scaffolderApiRef,
} from '@backstage/plugin-scaffolder-react';
import type { FakeBackend } from './fakeBackend';
import { fakeCatalog, fakeScaffolder } from './neighbours';

/** An app with the plugin as it is shipped, at a path, in front of a backend that answers as told. */
export function renderPlugin(options: {
  path: string;
  backend: FakeBackend;
  features?: FrontendFeature[];
  /** In place of the one that has the list and a page of each entity. */
  catalog?: FrontendFeature;
  /** What the catalog has. */
  entities?: Entity[];
  /** Of the app. */
  config?: JsonObject;
  /** What was filled into the form of each scaffolder task that the person may read. */
  tasks?: Record<string, JsonObject>;
}): {
  /** What was told to analytics. */
  analytics: { getEvents(): AnalyticsEvent[] };
} {
  const { path, backend, features = [], entities = [], tasks = {} } = options;
  const { catalog = fakeCatalog, config } = options;
  const analytics = mockApis.analytics();
  renderTestApp({
    features: [selfServicePlugin, fakeScaffolder, catalog, ...features],
    initialRouteEntries: [path],
    config,
    apis: [
      [fetchApiRef, { fetch: backend.fetch }],
      mockApis.discovery(),
      mockApis.identity({ userEntityRef: backend.requests.me }),
      analytics,
      catalogApiMock({ entities }),
      [
        scaffolderApiRef,
        {
          getTask: async (id: string) => {
            if (!tasks[id]) throw new Error(`No task "${id}"`);
            return { id, spec: { parameters: tasks[id] } } as ScaffolderTask;
          },
        },
      ],
    ],
  });
  return { analytics };
}
