// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { BaseReads } from '../reads/BaseReads';
import type { UnitReads } from '../reads/UnitReads';
import { parseQuery } from './parseQuery';
import { readerOf } from './readerOf';

const text = z.string().min(1).max(2_000);
/** Query of `GET /repositories/files`. */
export const filesQuery = z.object({
  repoUrl: text,
  path: z.union([text, z.array(text).min(1)]),
});
/** Query of `GET /repositories/dependents`. */
export const dependentsQuery = z.object({ repoUrl: text, path: text });

/** Query of `GET /repositories/units`. */
export const unitsQuery = z.object({
  repoUrl: text,
  environment: text.optional(),
});
/** Query of `GET /repositories/unit`. */
export const unitQuery = dependentsQuery;

/** `/repositories/…`: what is there now, for people who may plan it. */
export function createRepositoriesRouter(options: {
  reads: BaseReads;
  units: UnitReads;
  httpAuth: HttpAuthService;
}): Router {
  const { reads, units, httpAuth } = options;
  const router = PromiseRouter();

  router.get('/repositories/files', async (request, response) => {
    const reader = await readerOf(request, httpAuth);
    const { repoUrl, path } = parseQuery(filesQuery, request.query);
    const paths = Array.isArray(path) ? path : [path];
    response.json(await reads.files({ repoUrl, paths }, reader));
  });

  router.get('/repositories/dependents', async (request, response) => {
    const reader = await readerOf(request, httpAuth);
    const question = parseQuery(dependentsQuery, request.query);
    response.json(await reads.dependents(question, reader));
  });

  router.get('/repositories/units', async (request, response) => {
    const reader = await readerOf(request, httpAuth);
    const question = parseQuery(unitsQuery, request.query);
    response.json(await units.list(question, reader));
  });

  router.get('/repositories/unit', async (request, response) => {
    const reader = await readerOf(request, httpAuth);
    const question = parseQuery(unitQuery, request.query);
    response.json(await units.read(question, reader));
  });

  return router;
}
