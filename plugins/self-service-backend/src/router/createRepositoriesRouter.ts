// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { inputProblems } from '@fairway/requests-node';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { selfServiceError } from '../errors';
import type { BaseReads, Reader } from '../reads/BaseReads';
import type { UnitReads } from '../reads/UnitReads';

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

  const readerOf = async (request: Request): Promise<Reader> => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    return { userRef: credentials.principal.userEntityRef, credentials };
  };

  router.get('/repositories/files', async (request, response) => {
    const reader = await readerOf(request);
    const { repoUrl, path } = parse(filesQuery, request.query);
    const paths = Array.isArray(path) ? path : [path];
    response.json(await reads.files({ repoUrl, paths }, reader));
  });

  router.get('/repositories/dependents', async (request, response) => {
    const reader = await readerOf(request);
    const question = parse(dependentsQuery, request.query);
    response.json(await reads.dependents(question, reader));
  });

  router.get('/repositories/units', async (request, response) => {
    const reader = await readerOf(request);
    const question = parse(unitsQuery, request.query);
    response.json(await units.list(question, reader));
  });

  router.get('/repositories/unit', async (request, response) => {
    const reader = await readerOf(request);
    const question = parse(unitQuery, request.query);
    response.json(await units.read(question, reader));
  });

  return router;
}

function parse<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const problems = inputProblems(parsed.error, query, { name: 'query' });
  throw selfServiceError('read-invalid', { problems });
}
