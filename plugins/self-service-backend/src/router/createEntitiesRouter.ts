// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { EntitiesAnswer } from '@fairway/backstage-plugin-self-service-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Entities } from '../entities/Entities';

/** `/entities`, for the catalog: other plugins only, since it shows every request to whoever reads it. */
export function createEntitiesRouter(options: {
  entities: Entities;
  httpAuth: HttpAuthService;
}): Router {
  const { entities, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/entities', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const answer: EntitiesAnswer = { entities: await entities.list() };
    const body = JSON.stringify(answer);
    const tag = `"${createHash('sha256').update(body).digest('hex')}"`;
    response.set('ETag', tag).set('Cache-Control', 'private, no-cache');
    // Not `request.fresh`, which takes the `no-cache` that fetch adds for a wish for everything.
    if (namesTag(request.get('if-none-match'), tag)) {
      response.status(304).end();
      return;
    }
    response.type('application/json').send(body);
  });

  return router;
}

/** RFC 9110, 13.1.2. */
function namesTag(header: string | undefined, tag: string): boolean {
  return (header ?? '')
    .split(',')
    .map(each => each.trim().replace(/^W\//, ''))
    .some(each => each === tag || each === '*');
}
