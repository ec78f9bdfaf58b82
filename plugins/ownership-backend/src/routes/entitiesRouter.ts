// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipEntitiesResponse } from '@fairway/backstage-plugin-ownership-common';
import type express from 'express';
import Router from 'express-promise-router';
import { environmentEntities } from '../policy/environmentEntities';
import { sendTagged } from './entityTag';
import { parseQuery } from './query';
import type { RouterOptions } from './types';

/** The environments of the policy as entities, for the catalog. */
export function createEntitiesRouter(
  options: Pick<RouterOptions, 'httpAuth' | 'policy'>,
): express.Router {
  const { httpAuth, policy } = options;
  const router = Router();

  router.get('/entities', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    parseQuery(req.query, {});
    const { policy: compiled, revision } = policy.current();
    const entities = environmentEntities(compiled);
    const body: OwnershipEntitiesResponse = { revision, entities };
    // An edit that leaves the environments alone is no news to the catalog.
    sendTagged(req, res, { body, of: [entities] });
  });

  return router;
}
