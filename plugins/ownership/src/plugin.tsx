// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';
import { RiShieldUserLine } from '@remixicon/react';
import { ownershipApiRef } from './api';
import {
  breakGlassRouteRef,
  explainRouteRef,
  matrixRouteRef,
  rootRouteRef,
  simulateRouteRef,
  whoCanRouteRef,
} from './routes';

const ownershipApi = ApiBlueprint.make({
  name: 'client',
  params: define =>
    define({
      api: ownershipApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => new OwnershipClient(options),
    }),
});

const ownershipPage = PageBlueprint.make({
  params: {
    path: '/ownership',
    title: 'Ownership',
    icon: <RiShieldUserLine />,
    routeRef: rootRouteRef,
  },
});

const matrixPage = SubPageBlueprint.make({
  name: 'matrix',
  params: {
    path: 'matrix',
    title: 'Matrix',
    routeRef: matrixRouteRef,
    loader: () => import('./pages/MatrixPage').then(m => <m.MatrixPage />),
  },
});

const whoCanPage = SubPageBlueprint.make({
  name: 'who-can',
  params: {
    path: 'who-can',
    title: 'Who can',
    routeRef: whoCanRouteRef,
    loader: () => import('./pages/WhoCanPage').then(m => <m.WhoCanPage />),
  },
});

const explainPage = SubPageBlueprint.make({
  name: 'explain',
  params: {
    path: 'explain',
    title: 'Explain',
    routeRef: explainRouteRef,
    loader: () => import('./pages/ExplainPage').then(m => <m.ExplainPage />),
  },
});

const simulatePage = SubPageBlueprint.make({
  name: 'simulate',
  params: {
    path: 'simulate',
    title: 'Simulate',
    routeRef: simulateRouteRef,
    loader: () => import('./pages/SimulatePage').then(m => <m.SimulatePage />),
  },
});

const breakGlassPage = SubPageBlueprint.make({
  name: 'break-glass',
  params: {
    path: 'break-glass',
    title: 'Break-glass',
    routeRef: breakGlassRouteRef,
    loader: () =>
      import('./pages/BreakGlassPage').then(m => <m.BreakGlassPage />),
  },
});

/** The plugin, for `createApp({ features })` where features are not discovered. @public */
export const ownershipPlugin = createFrontendPlugin({
  pluginId: 'ownership',
  title: 'Ownership',
  icon: <RiShieldUserLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    matrix: matrixRouteRef,
    whoCan: whoCanRouteRef,
    explain: explainRouteRef,
    simulate: simulateRouteRef,
    breakGlass: breakGlassRouteRef,
  },
  extensions: [
    ownershipApi,
    ownershipPage,
    matrixPage,
    whoCanPage,
    explainPage,
    simulatePage,
    breakGlassPage,
  ],
});
