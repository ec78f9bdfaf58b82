// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { CreateChangeRequest } from '@fairway/backstage-plugin-self-service-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Caller, Changes } from '../service/types';
import { createSchema, pageSchema, parse, previewSchema } from './schemas';

/** `/changes`. */
export function createChangesRouter(options: {
  changes: Changes;
  httpAuth: HttpAuthService;
}): Router {
  const { changes, httpAuth } = options;
  const router = PromiseRouter();

  const caller = async (request: Request): Promise<Caller> => ({
    credentials: await httpAuth.credentials(request, { allow: ['user'] }),
    request,
  });

  router.post('/changes/preview', async (request, response) => {
    const by = await caller(request);
    const input = parse(previewSchema, request.body);
    response.json(await changes.preview(input, by));
  });

  router.post('/changes', async (request, response) => {
    const by = await caller(request);
    const input = believed(parse(createSchema, request.body), by);
    const { change, created } = await changes.create(input, by);
    response.status(created ? 201 : 200).json(change);
  });

  router.get('/changes', async (request, response) => {
    const by = await caller(request);
    const page = parse(pageSchema, request.query);
    response.json(await changes.list(page, by));
  });

  router.get('/changes/:id', async (request, response) => {
    const by = await caller(request);
    response.json(await changes.get(request.params.id, by));
  });

  return router;
}

/** Where a change comes from is believed of a plugin that acts for the person, never of the person. */
function believed(input: CreateChangeRequest, by: Caller): CreateChangeRequest {
  const { actor } = by.credentials.principal;
  if (actor?.subject.startsWith('plugin:')) return input;
  const { origin, ...rest } = input;
  return rest;
}
