// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { VettedModules } from '../modules/VettedModules';
import type { Changes } from '../service/types';
import { createChangesRouter } from './createChangesRouter';
import { createModulesRouter } from './createModulesRouter';

/** Room for the largest change: its files, escaped as JSON. */
const BODY_LIMIT = '2mb';

/** All routes of the plugin. */
export function createRouter(options: {
  changes: Changes;
  modules: VettedModules;
  httpAuth: HttpAuthService;
}): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(createChangesRouter(options));
  router.use(createModulesRouter(options));
  return router;
}
