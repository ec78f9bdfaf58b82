// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parse } from './parse';
import {
  applicationsQuery,
  credentialsQuery,
  grantsQuery,
  limitsQuery,
} from './queries';
import type { KafkaRouterOptions } from './types';

/** `/applications`, `/limits`, `/grants`, `/credentials` and `/passwords`. */
export function createApplicationsRouter(
  options: Pick<
    KafkaRouterOptions,
    'applications' | 'kafkaCallers' | 'passwords'
  >,
): Router {
  const { applications, kafkaCallers, passwords } = options;
  const router = PromiseRouter();

  router.get('/applications', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(applicationsQuery, request.query);
    response.json(await applications.list(query, caller));
  });

  router.get('/applications/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await applications.get(request.params.name, caller));
  });

  router.get('/limits', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(limitsQuery, request.query);
    response.json(await applications.limits(query, caller));
  });

  router.get('/grants', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(grantsQuery, request.query);
    response.json(await applications.grants(query, caller));
  });

  router.get('/credentials', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(credentialsQuery, request.query);
    response.json(await applications.credentials(query, caller));
  });

  router.post('/passwords/:requestId', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const password = await passwords.take(request.params.requestId, caller);
    // In no cache on the way, and in no history of a browser.
    response.set('Cache-Control', 'no-store').json(password);
  });

  return router;
}
