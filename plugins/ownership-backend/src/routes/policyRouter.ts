// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  PolicyResponse,
  PolicyStatusResponse,
} from '@fairway/backstage-plugin-ownership-common';
import type express from 'express';
import Router from 'express-promise-router';
import { sendTagged } from './entityTag';
import type { RouterOptions } from './types';

/** The policy itself, for other backend plugins, and how it is doing, for people. */
export function createPolicyRouter(
  options: Pick<RouterOptions, 'httpAuth' | 'policy' | 'breakGlass'>,
): express.Router {
  const { httpAuth, policy, breakGlass } = options;
  const router = Router();

  // For services only: the text names every team, account and data store.
  router.get('/', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    const { revision, loadedAt, text, source } = policy.current();
    const grants = await breakGlass.active();
    const body: PolicyResponse = { revision, loadedAt, text, source, grants };
    // The grants are what changes besides the revision.
    sendTagged(req, res, {
      body,
      of: [revision, ...(grants.length ? [grants] : [])],
    });
  });

  router.get('/status', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user'] });
    const body: PolicyStatusResponse = policy.status();
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}
