// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** All of the plugin; leads to the hub. */
export const rootRouteRef = createRouteRef();

/** Everything that can be ordered and done. */
export const hubRouteRef = createRouteRef();

/** The first steps, what waits for one, one's latest requests. */
export const startRouteRef = createRouteRef();

/** One's own requests. */
export const requestsRouteRef = createRouteRef();

/** What one may decide about now. */
export const toDecideRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/to-decide',
});

/** Everybody's requests, for administrators. */
export const allRequestsRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/all',
});

/** One request. Ids are UUIDs, so none is called like one of the lists. */
export const requestRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/:id',
});

/** The text of one request, to edit it again. */
export const reviseRouteRef = createSubRouteRef({
  parent: requestsRouteRef,
  path: '/:id/revise',
});

/** Requests with their histories, for administrators. */
export const auditRouteRef = createRouteRef();

/** The vetted modules. */
export const modulesRouteRef = createRouteRef();

/** One module. */
export const moduleRouteRef = createSubRouteRef({
  parent: modulesRouteRef,
  path: '/:name',
});

/** The environments. */
export const environmentsRouteRef = createRouteRef();

/** One environment. */
export const environmentRouteRef = createSubRouteRef({
  parent: environmentsRouteRef,
  path: '/:environment',
});

/** Where Git, the catalog and the last apply differ. */
export const driftRouteRef = createRouteRef();

/** Who may do what where, in the pages of ownership. */
export const matrixExternal = createExternalRouteRef({
  defaultTarget: 'ownership.matrix',
});

/** Break-glass grants, in the pages of ownership. */
export const breakGlassExternal = createExternalRouteRef({
  defaultTarget: 'ownership.breakGlass',
});

/** Where things are ordered: the scaffolder's list of templates. */
export const createExternal = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

/** The form of one template. */
export const templateExternal = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The log of one scaffolder task. */
export const taskExternal = createExternalRouteRef({
  params: ['taskId'],
  defaultTarget: 'scaffolder.ongoingTask',
});

/** The catalog's list of entities. */
export const catalogExternal = createExternalRouteRef({
  defaultTarget: 'catalog.catalogIndex',
});
