// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  createRequestsRouter,
  type RequestsRouterOptions,
} from '@fairway/requests-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { createDriftRouter } from '../drift/createDriftRouter';
import type { Drift } from '../drift/Drift';
import type { Actions } from '../hub/Actions';
import type { ActionStatistics } from '../hub/ActionStatistics';
import { createActionsRouter } from '../hub/createActionsRouter';
import type { VettedModules } from '../modules/VettedModules';
import { selfServiceDocument } from '../schema/selfServiceDocument';
import type { Entities } from '../entities/Entities';
import { createEntitiesRouter } from './createEntitiesRouter';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { BaseReads } from '../reads/BaseReads';
import type { UnitReads } from '../reads/UnitReads';
import { createModulesRouter } from './createModulesRouter';
import type { ManagedResources } from '../lifetimes/ManagedResources';
import { createResourcesRouter } from './createResourcesRouter';
import { createRepositoriesRouter } from './createRepositoriesRouter';
import {
  createReportRouter,
  type ReportRouterOptions,
} from './createReportRouter';

/** All routes of the plugin. */
export function createRouter(
  options: RequestsRouterOptions & {
    report: ReportRouterOptions;
    entities: Entities;
    modules: VettedModules;
    inspector: ModuleInspector;
    reads: BaseReads;
    units: UnitReads;
    actions: Actions;
    statistics: ActionStatistics;
    drift: Drift;
    resources: ManagedResources;
    httpAuth: HttpAuthService;
  },
): Router {
  const router = PromiseRouter();
  router.use(createReportRouter(options.report));
  router.use(createRequestsRouter(options));
  router.use(createModulesRouter(options));
  router.use(createRepositoriesRouter(options));
  router.use(createEntitiesRouter(options));
  router.use(createResourcesRouter(options));
  router.use(createActionsRouter(options));
  router.use(createDriftRouter(options));
  router.get('/openapi.json', async (request, response) => {
    await options.httpAuth.credentials(request, { allow: ['user'] });
    response.json(selfServiceDocument());
  });
  return router;
}
