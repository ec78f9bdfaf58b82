// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createFrontendModule,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import ownershipPlugin from '../src';
import { fakeCatalog } from '../src/__testUtils__/neighbours';
import { demoBackend } from './demoBackend';

// `?answers=empty`, `error`, `refused` or `loading` shows the other states.
const answers = new URLSearchParams(window.location.search).get('answers');
const backend = demoBackend(answers ?? 'full');

createDevApp({
  features: [
    ownershipPlugin,
    fakeCatalog,
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
  ],
});
