// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';

const root = createRouteRef();

/** Stands where the scaffolder stands, with the routes that we link to. */
export const fakeScaffolder = createFrontendPlugin({
  pluginId: 'scaffolder',
  routes: {
    root,
    selectedTemplate: createSubRouteRef({
      parent: root,
      path: '/templates/:namespace/:templateName',
    }),
    ongoingTask: createSubRouteRef({ parent: root, path: '/tasks/:taskId' }),
  },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/create',
        routeRef: root,
        loader: async () => <p>The templates</p>,
      },
    }),
  ],
});

const catalogIndex = createRouteRef();

/** Stands where the catalog stands, with its list and its page of an entity. */
export const fakeCatalog = createFrontendPlugin({
  pluginId: 'catalog',
  routes: { catalogIndex },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/catalog',
        routeRef: catalogIndex,
        loader: async () => <p>The entities</p>,
      },
    }),
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        loader: async () => <p>The entity</p>,
      },
    }),
  ],
});

/** The catalog as the page of one entity, at `/`: with the cards and the contents that plugins attach to it. */
export const fakeEntityPage = (entity: Entity) =>
  createFrontendPlugin({
    pluginId: 'catalog',
    extensions: [createTestEntityPage({ entity })],
  });
