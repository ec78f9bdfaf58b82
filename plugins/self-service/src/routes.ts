// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The list of changes. */
export const rootRouteRef = createRouteRef();

/** One change. */
export const changeRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/changes/:id',
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
