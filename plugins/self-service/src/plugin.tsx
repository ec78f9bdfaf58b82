// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AppRootElementBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  PageBlueprint,
  routeResolutionApiRef,
  SubPageBlueprint,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RequestSourceBlueprint } from '@fairway/requests-react';
import { RiShoppingBag3Line } from '@remixicon/react';
import { ownershipApiRef, selfServiceRequestsApiRef } from './api';
import { clients } from './api/clients';
import { isProvisioned } from './entity/provision';
import { formFields } from './fields/formFields';
import { FirstVisit } from './firstSteps/FirstVisit';
import { hasLifetime } from './lifetime/resourceIdOf';
import { SelfServicePage } from './page';
import {
  allRequestsRouteRef,
  auditRouteRef,
  breakGlassExternal,
  catalogExternal,
  createExternal,
  driftRouteRef,
  environmentRouteRef,
  environmentsRouteRef,
  hubRouteRef,
  matrixExternal,
  moduleRouteRef,
  modulesRouteRef,
  requestRouteRef,
  requestsRouteRef,
  reviseRouteRef,
  rootRouteRef,
  startRouteRef,
  taskExternal,
  templateExternal,
  toDecideRouteRef,
} from './routes';
import { createRequestSource } from './source';
import { WrappingTabs } from './tabs/WrappingTabs';

const requestSource = RequestSourceBlueprint.make({
  params: define =>
    define({
      deps: {
        api: selfServiceRequestsApiRef,
        ownership: ownershipApiRef,
        routes: routeResolutionApiRef,
        translations: translationApiRef,
      },
      factory: createRequestSource,
    }),
});

const selfServicePage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { inputs }) {
    const page = originalFactory({
      path: '/self-service',
      title: 'Self-service',
      icon: <RiShoppingBag3Line />,
      routeRef: rootRouteRef,
    });
    const paths = inputs.pages.map(tab => tab.get(coreExtensionData.routePath));
    return [
      ...[...page].filter(({ id }) => id !== coreExtensionData.reactElement.id),
      coreExtensionData.reactElement(
        <SelfServicePage paths={paths}>
          {page.get(coreExtensionData.reactElement)}
        </SelfServicePage>,
      ),
    ];
  },
});

const firstVisit = AppRootElementBlueprint.make({
  name: 'first-visit',
  params: { element: <FirstVisit /> },
});

const wrappingTabs = AppRootElementBlueprint.make({
  name: 'wrapping-tabs',
  params: { element: <WrappingTabs /> },
});

const hubPage = SubPageBlueprint.make({
  name: 'hub',
  params: {
    path: 'hub',
    title: 'Hub',
    routeRef: hubRouteRef,
    loader: () => import('./pages/HubPage').then(m => <m.HubPage />),
  },
});

const environmentsPage = SubPageBlueprint.make({
  name: 'environments',
  params: {
    path: 'environments',
    title: 'Environments',
    routeRef: environmentsRouteRef,
    loader: () =>
      import('./pages/EnvironmentsPage').then(m => <m.EnvironmentsRoutes />),
  },
});

const driftPage = SubPageBlueprint.make({
  name: 'drift',
  params: {
    path: 'drift',
    title: 'Drift',
    routeRef: driftRouteRef,
    loader: () => import('./pages/DriftPage').then(m => <m.DriftPage />),
  },
});

const startPage = SubPageBlueprint.make({
  name: 'start',
  params: {
    path: 'start',
    title: 'Start',
    routeRef: startRouteRef,
    loader: () => import('./pages/StartPage').then(m => <m.StartPage />),
  },
});

const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    routeRef: requestsRouteRef,
    loader: () => import('./pages/requests').then(m => <m.RequestsRoutes />),
  },
});

const modulesPage = SubPageBlueprint.make({
  name: 'modules',
  params: {
    path: 'modules',
    title: 'Modules',
    routeRef: modulesRouteRef,
    loader: () => import('./pages/ModulesPage').then(m => <m.ModulesRoutes />),
  },
});

const auditPage = SubPageBlueprint.make({
  name: 'audit',
  params: {
    path: 'audit',
    title: 'Audit',
    routeRef: auditRouteRef,
    loader: () => import('./pages/AuditPage').then(m => <m.AuditPage />),
  },
});

/** Links of before requests took the place of changes. Without a route it is in no menu. */
const changesRedirect = PageBlueprint.make({
  name: 'changes',
  params: {
    path: '/self-service/changes',
    loader: () =>
      import('./pages/ChangesRedirect').then(m => <m.ChangesRedirect />),
  },
});

const provisionCard = EntityCardBlueprint.make({
  name: 'provision',
  params: {
    filter: isProvisioned,
    loader: () => import('./entity').then(m => <m.ProvisionCard />),
  },
});

const lifetimeCard = EntityCardBlueprint.make({
  name: 'lifetime',
  params: {
    filter: hasLifetime,
    loader: () => import('./lifetime').then(m => <m.LifetimeCard />),
  },
});

const entityRequests = EntityContentBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    filter: isProvisioned,
    loader: () => import('./entity').then(m => <m.EntityRequests />),
  },
});

const entityActions = EntityContentBlueprint.make({
  name: 'actions',
  params: {
    path: 'actions',
    title: 'Actions',
    // What a template may be for; which of them are for this one, the backend says.
    filter: { kind: { $in: ['component', 'resource', 'system', 'api'] } },
    loader: () => import('./entity').then(m => <m.EntityActions />),
  },
});

/** The plugin, for `createApp({ features })` where features are not discovered. @public */
export const selfServicePlugin = createFrontendPlugin({
  pluginId: 'self-service',
  title: 'Self-service',
  icon: <RiShoppingBag3Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    hub: hubRouteRef,
    start: startRouteRef,
    requests: requestsRouteRef,
    toDecide: toDecideRouteRef,
    allRequests: allRequestsRouteRef,
    request: requestRouteRef,
    revise: reviseRouteRef,
    modules: modulesRouteRef,
    module: moduleRouteRef,
    audit: auditRouteRef,
    environments: environmentsRouteRef,
    environment: environmentRouteRef,
    drift: driftRouteRef,
  },
  externalRoutes: {
    catalog: catalogExternal,
    create: createExternal,
    breakGlass: breakGlassExternal,
    matrix: matrixExternal,
    task: taskExternal,
    template: templateExternal,
  },
  extensions: [
    ...clients,
    requestSource,
    firstVisit,
    wrappingTabs,
    selfServicePage,
    hubPage,
    startPage,
    requestsPage,
    modulesPage,
    environmentsPage,
    driftPage,
    auditPage,
    changesRedirect,
    provisionCard,
    lifetimeCard,
    entityRequests,
    entityActions,
    ...formFields,
  ],
});
