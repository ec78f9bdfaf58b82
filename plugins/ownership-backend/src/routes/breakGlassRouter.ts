// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassRecord,
  BreakGlassResponse,
} from '@fairway/backstage-plugin-ownership-common';
import type express from 'express';
import Router from 'express-promise-router';
import { emptyBody, openBreakGlassBody, parseBody } from '../schema/bodies';
import { parseQuery } from './query';
import type { RouterOptions } from './types';

/** Break-glass grants; for people only, never for services. */
export function createBreakGlassRouter(
  options: Pick<RouterOptions, 'breakGlass' | 'httpAuth' | 'people'>,
): express.Router {
  const { breakGlass, httpAuth, people } = options;
  const router = Router();
  const personOf = async (req: express.Request) =>
    people.person(await httpAuth.credentials(req, { allow: ['user'] }));

  router.get('/', async (req, res) => {
    const person = await personOf(req);
    parseQuery(req.query, {});
    const body: BreakGlassResponse = { items: await breakGlass.list(person) };
    res.set('Cache-Control', 'no-store').json(body);
  });

  router.post('/', async (req, res) => {
    const person = await personOf(req);
    const asked = parseBody(openBreakGlassBody, req.body);
    const body: BreakGlassRecord = await breakGlass.open(asked, person);
    res.status(201).json(body);
  });

  router.post('/:id/approve', async (req, res) => {
    const person = await personOf(req);
    parseBody(emptyBody, req.body);
    const body = await breakGlass.approve(req.params.id, person);
    res.json(body);
  });

  router.post('/:id/close', async (req, res) => {
    const person = await personOf(req);
    parseBody(emptyBody, req.body);
    const body = await breakGlass.close(req.params.id, person);
    res.json(body);
  });

  return router;
}
