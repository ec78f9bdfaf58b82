// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { parseQuery } from '../router/parseQuery';
import { readerOf } from '../router/readerOf';
import type { Actions } from './Actions';
import type { ActionStatistics } from './ActionStatistics';

const ref = z
  .string()
  .max(500)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, 'is not <kind>:<namespace>/<name>');

/** Query of `GET /actions/entity`. */
export const entityActionsQuery = z.object({ entityRef: ref });

/** Query of `GET /actions/form`. */
export const actionFormQuery = z.object({
  templateRef: ref,
  entityRef: ref,
  environment: z.string().min(1).max(255),
});

/** `/actions`: what can be ordered and done, for people. */
export function createActionsRouter(options: {
  actions: Actions;
  statistics: ActionStatistics;
  httpAuth: HttpAuthService;
}): Router {
  const { actions, statistics, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/actions', async (request, response) => {
    response.json(await actions.list(await readerOf(request, httpAuth)));
  });

  router.get('/actions/statistics', async (request, response) => {
    const { userRef } = await readerOf(request, httpAuth);
    response.json(await statistics.of(userRef));
  });

  router.get('/actions/entity', async (request, response) => {
    const reader = await readerOf(request, httpAuth);
    const { entityRef } = parseQuery(entityActionsQuery, request.query);
    response.json(await actions.ofEntity(entityRef, reader));
  });

  router.get('/actions/form', async (request, response) => {
    const reader = await readerOf(request, httpAuth);
    const question = parseQuery(actionFormQuery, request.query);
    response.json(await actions.form(question, reader));
  });

  return router;
}
