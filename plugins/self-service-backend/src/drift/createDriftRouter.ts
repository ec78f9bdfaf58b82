// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readerOf } from '../router/readerOf';
import type { Drift } from './Drift';

/** `/drift`: what is another than the portal left it, for people who may plan it. */
export function createDriftRouter(options: {
  drift: Drift;
  httpAuth: HttpAuthService;
}): Router {
  const { drift, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/drift', async (request, response) => {
    response.json(await drift.of(await readerOf(request, httpAuth)));
  });

  return router;
}
