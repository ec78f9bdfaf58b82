// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseDuration } from '@fairway/requests-common';
import { inputProblems, type RequestCallers } from '@fairway/requests-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { selfServiceError, wordsOf } from '../errors';
import type { ManagedResources } from '../lifetimes/ManagedResources';

const MOST = 200;
const flag = z.enum(['true', 'false']).transform(value => value === 'true');

/** Query of `GET /expiring`. */
export const expiringQuery = z.strictObject({
  view: z.enum(['mine', 'all']).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).optional(),
});

/** Query of `GET /resources`. */
export const resourcesQuery = expiringQuery.extend({
  expiring: flag.optional(),
});

const reason = z.string().trim().min(1).max(1_000);

/** Body of `POST /resources/:id/keep`. */
export const keepSchema = z.strictObject({ reason });

/** Body of `POST /resources/:id/extend`. */
export const extendSchema = z
  .strictObject({
    until: z.iso.datetime({ offset: true }).optional(),
    by: z
      .string()
      .max(40)
      .superRefine((value, context) => {
        try {
          parseDuration(value);
        } catch (error) {
          context.addIssue({ code: 'custom', message: wordsOf(error) });
        }
      })
      .optional(),
    reason,
  })
  .refine(({ until, by }) => (until === undefined) !== (by === undefined), {
    message: 'give either a moment or a duration',
    path: ['until'],
  });

/** `/resources` and `/expiring`: what requests have made, and when it ends. */
export function createResourcesRouter(options: {
  resources: ManagedResources;
  callers: RequestCallers;
}): Router {
  const { callers, resources } = options;
  const router = PromiseRouter();
  router.use('/resources', express.json());

  router.get('/resources', async (request, response) => {
    const caller = await callers.of(request);
    const input = parse(resourcesQuery, request.query);
    response.json(await resources.list(input, caller));
  });

  router.get('/expiring', async (request, response) => {
    const caller = await callers.of(request);
    const input = parse(expiringQuery, request.query);
    response.json(await resources.list({ ...input, expiring: true }, caller));
  });

  router.get('/resources/:id', async (request, response) => {
    const caller = await callers.of(request);
    response.json(await resources.get(request.params.id, caller));
  });

  router.post('/resources/:id/extend', async (request, response) => {
    const caller = await callers.of(request);
    const { until, ...input } = parse(extendSchema, request.body);
    const answer = await resources.extend(
      request.params.id,
      { ...input, ...(until && { until: new Date(until) }) },
      caller,
    );
    response.status(answer.request ? 202 : 200).json(answer);
  });

  router.post('/resources/:id/keep', async (request, response) => {
    const caller = await callers.of(request);
    const input = parse(keepSchema, request.body);
    response.json(await resources.keep(request.params.id, input, caller));
  });

  return router;
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const problems = inputProblems(parsed.error, input, { name: 'call' });
  throw selfServiceError('resource-input-invalid', { problems });
}
