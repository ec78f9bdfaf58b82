// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { RiFileList3Line } from '@remixicon/react';
import selfServicePlugin from '../src';
import { fakeCatalog, fakeScaffolder } from '../src/__testUtils__/neighbours';
import { OrderForm } from '../src/__testUtils__/OrderForm';
import { demoBackend } from './demoBackend';

// `?answers=empty`, `error`, `refused` or `loading` shows the other states.
const answers = new URLSearchParams(window.location.search).get('answers');
const backend = demoBackend(answers ?? 'full');

createDevApp({
  features: [
    selfServicePlugin,
    fakeCatalog,
    fakeScaffolder,
    createFrontendModule({
      pluginId: 'app',
      extensions: [
        ApiBlueprint.make({
          name: 'fetch',
          params: define =>
            define({
              api: fetchApiRef,
              deps: {},
              factory: () => ({ fetch: backend.fetch }),
            }),
        }),
      ],
    }),
    createFrontendPlugin({
      pluginId: 'order-form',
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/form',
            routeRef: createRouteRef(),
            title: 'Form',
            icon: <RiFileList3Line />,
            loader: async () => <OrderForm onCreate={async () => {}} />,
          },
        }),
      ],
    }),
  ],
});
