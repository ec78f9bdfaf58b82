// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createRequestsRouter } from '@fairway/requests-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { kafkaDocument } from '../schema/kafkaDocument';
import { createApplicationsRouter } from './createApplicationsRouter';
import { createDriftRouter } from './createDriftRouter';
import { createEntitiesRouter } from './createEntitiesRouter';
import { createEnvironmentsRouter } from './createEnvironmentsRouter';
import { createPoliciesRouter } from './createPoliciesRouter';
import { createResourcesRouter } from './createResourcesRouter';
import type { KafkaRouterOptions } from './types';

/** Room for a file of thousands of topics. */
const BODY_LIMIT = '4mb';

/** Everything of this plugin under `/api/kafka-self-serve`. */
export function createRouter(options: KafkaRouterOptions): Router {
  const router = PromiseRouter();
  // It reads its bodies itself.
  router.use(createRequestsRouter(options));
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(createEnvironmentsRouter(options));
  router.use(createApplicationsRouter(options));
  router.use(createResourcesRouter(options));
  router.use(createPoliciesRouter(options));
  router.use(createDriftRouter(options));
  router.use(createEntitiesRouter(options));
  router.get('/openapi.json', async (request, response) => {
    await options.httpAuth.credentials(request, { allow: ['user'] });
    response.json(kafkaDocument());
  });
  return router;
}
