// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { MyTargetsResponse } from '@fairway/backstage-plugin-ownership-common';
import {
  type CatalogSubjects,
  checkNames,
  checkRequestAttributes,
  type Clock,
  myTargets,
} from '@fairway/backstage-plugin-ownership-node';
import type express from 'express';
import Router from 'express-promise-router';
import type { LastGoodPolicy } from '../policy/LastGoodPolicy';
import { parseMyTargetsQuery } from './meQuery';

export interface MeRouterOptions {
  httpAuth: HttpAuthService;
  policy: LastGoodPolicy;
  subjects: CatalogSubjects;
  clock: Clock;
}

/** What the person who asks may do. */
export function createMeRouter(options: MeRouterOptions): express.Router {
  const { httpAuth, policy, subjects, clock } = options;
  const router = Router();

  router.get('/targets', async (req, res) => {
    const { principal } = await httpAuth.credentials(req, { allow: ['user'] });
    const { action, service, request } = parseMyTargetsQuery(req.query);
    const { policy: compiled, revision } = policy.current();
    checkNames(compiled, { action, service });
    checkRequestAttributes(compiled, request);
    const subject = await subjects.subjectOf(principal.userEntityRef);
    const at = clock();
    const body: MyTargetsResponse = {
      revision,
      action,
      service,
      targets: myTargets(compiled, { subject, action, service, request, at }),
    };
    res.set('Cache-Control', 'no-store').json(body);
  });

  return router;
}
