// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parse } from './parse';
import { searchQuery } from './queries';
import type { KafkaRouterOptions } from './types';

/** `/entities` for the catalog and `/search/topics` for the search: other plugins only, since they ask nobody's rights. */
export function createEntitiesRouter(
  options: Pick<KafkaRouterOptions, 'entities' | 'httpAuth'>,
): Router {
  const { entities, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/entities', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const body = JSON.stringify(await entities.entities());
    const tag = `"${createHash('sha256').update(body).digest('hex')}"`;
    response.set('ETag', tag).set('Cache-Control', 'private, no-cache');
    // Not `request.fresh`, which takes the `no-cache` that fetch adds for a wish for everything.
    if (namesTag(request.get('if-none-match'), tag)) {
      response.status(304).end();
      return;
    }
    response.type('application/json').send(body);
  });

  router.get('/search/topics', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const query = parse(searchQuery, request.query);
    response.json(await entities.searchTopics(query));
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
