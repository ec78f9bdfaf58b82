// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';
import { SelfServiceClient } from '@fairway/backstage-plugin-self-service-common';
import { RiShoppingBag3Line } from '@remixicon/react';
import { ownershipApiRef, selfServiceApiRef } from './api';
import {
  changeRouteRef,
  createExternal,
  rootRouteRef,
  taskExternal,
  templateExternal,
} from './routes';

const selfServiceApi = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: selfServiceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => SelfServiceClient.create(options),
    }),
});

const ownershipApi = ApiBlueprint.make({
  name: 'ownership',
  params: define =>
    define({
      api: ownershipApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new OwnershipClient(options),
    }),
});

const selfServicePage = PageBlueprint.make({
  params: {
    path: '/self-service',
    title: 'Self-service',
    icon: <RiShoppingBag3Line />,
    routeRef: rootRouteRef,
    loader: () => import('./pages').then(m => <m.SelfServiceRoutes />),
  },
});

const environmentFormField = FormFieldBlueprint.make({
  name: 'environment',
  params: {
    field: () =>
      import('./fields/FairwayEnvironment').then(
        m => m.fairwayEnvironmentField,
      ),
  },
});

/** The plugin, for `createApp({ features })` where features are not discovered. @public */
export const selfServicePlugin = createFrontendPlugin({
  pluginId: 'self-service',
  title: 'Self-service',
  icon: <RiShoppingBag3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, change: changeRouteRef },
  externalRoutes: {
    create: createExternal,
    template: templateExternal,
    task: taskExternal,
  },
  extensions: [
    selfServiceApi,
    ownershipApi,
    selfServicePage,
    environmentFormField,
  ],
});
