// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type express from 'express';
import Router from 'express-promise-router';
import { createMeRouter, type MeRouterOptions } from './meRouter';
import { createPolicyRouter, type PolicyRouterOptions } from './policyRouter';

/** Every route of the plugin, under `/api/ownership`. */
export function createRouter(
  options: MeRouterOptions & PolicyRouterOptions,
): express.Router {
  const router = Router();
  router.use('/policy', createPolicyRouter(options));
  router.use('/me', createMeRouter(options));
  return router;
}
