// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import express from 'express';
import Router from 'express-promise-router';
import { openApiDocument } from '../schema/openapi';
import { createBreakGlassRouter } from './breakGlassRouter';
import { createDecisionRouter } from './decisionRouter';
import { createEntitiesRouter } from './entitiesRouter';
import { createMeRouter } from './meRouter';
import { createPolicyRouter } from './policyRouter';
import { createQuestionRouter } from './questionRouter';
import { createRevisionRouter } from './revisionRouter';
import type { RouterOptions } from './types';

/** A draft and its cases, escaped as JSON. */
const BODY_LIMIT = '4mb';

/** Every route of the plugin, under `/api/ownership`. */
export function createRouter(options: RouterOptions): express.Router {
  const router = Router();
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use('/policy', createPolicyRouter(options));
  router.use('/me', createMeRouter(options));
  router.use('/break-glass', createBreakGlassRouter(options));
  router.use(createDecisionRouter(options));
  router.use(createQuestionRouter(options));
  router.use(createRevisionRouter(options));
  router.use(createEntitiesRouter(options));
  router.get('/openapi.json', async (req, res) => {
    await options.httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(openApiDocument());
  });
  return router;
}
