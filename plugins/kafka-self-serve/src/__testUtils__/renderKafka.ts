// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Entity } from '@backstage/catalog-model';
import {
  createFrontendPlugin,
  fetchApiRef,
  FrontendFeature,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { createElement } from 'react';
import { kafkaSelfServePlugin } from '../plugin';
import { type Answers, type Asked, FakeKafka } from './FakeKafka';

/** So that links to entities lead somewhere. */
const catalogPlugin = createFrontendPlugin({
  pluginId: 'catalog',
  extensions: [
    PageBlueprint.make({
      name: 'entity',
      params: {
        path: '/catalog/:namespace/:kind/:name',
        routeRef: entityRouteRef,
        title: 'Entity',
        loader: async () => createElement('main'),
      },
    }),
  ],
});

/** An app with the plugin as it is shipped, at a path, in front of a backend that answers as told. */
export function renderKafka(options: {
  path: string;
  /** One that knows `answers` if left out. */
  backend?: FakeKafka;
  answers?: Answers;
  entities?: Entity[];
  features?: FrontendFeature[];
}): { analytics: ReturnType<typeof mockApis.analytics>; asked: Asked[] } {
  const { path, answers, entities = [], features = [] } = options;
  const { backend = new FakeKafka({ answers }) } = options;
  const analytics = mockApis.analytics();
  renderTestApp({
    features: [kafkaSelfServePlugin, catalogPlugin, ...features],
    initialRouteEntries: [path],
    apis: [
      [fetchApiRef, { fetch: backend.fetch }],
      analytics,
      mockApis.discovery(),
      mockApis.identity({ userEntityRef: 'user:default/otto' }),
      catalogApiMock({ entities }),
    ],
  });
  return { analytics, asked: backend.calls };
}
