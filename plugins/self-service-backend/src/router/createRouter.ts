// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  createRequestsRouter,
  type RequestsRouterOptions,
} from '@fairway/requests-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { VettedModules } from '../modules/VettedModules';
import { createModulesRouter } from './createModulesRouter';

/** All routes of the plugin. */
export function createRouter(
  options: RequestsRouterOptions & {
    modules: VettedModules;
    httpAuth: HttpAuthService;
  },
): Router {
  const router = PromiseRouter();
  router.use(createRequestsRouter(options));
  router.use(createModulesRouter(options));
  return router;
}
