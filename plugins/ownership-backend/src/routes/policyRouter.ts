// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  PolicyResponse,
  PolicyStatusResponse,
} from '@fairway/backstage-plugin-ownership-common';
import type express from 'express';
import Router from 'express-promise-router';
import type { LastGoodPolicy } from '../policy/LastGoodPolicy';
import { entityTag, noneMatch } from './entityTag';

export interface PolicyRouterOptions {
  httpAuth: HttpAuthService;
  policy: LastGoodPolicy;
}

/** The policy itself, for other backend plugins, and how it is doing, for people. */
export function createPolicyRouter(
  options: PolicyRouterOptions,
): express.Router {
  const { httpAuth, policy } = options;
  const router = Router();

  // For services only: the text names every team, account and data store.
  router.get('/', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { revision, loadedAt, text, source } = policy.current();
    const tag = entityTag(revision);
    res.set('ETag', tag).set('Cache-Control', 'private, no-cache');
    if (noneMatch(req.get('if-none-match'), tag)) {
      res.status(304).end();
      return;
    }
    const body: PolicyResponse = { revision, loadedAt, text, source };
    res.json(body);
  });

  router.get('/status', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user'] });
    const body: PolicyStatusResponse = policy.status();
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}
