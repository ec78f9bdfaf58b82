// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Parses, calls, answers. Who may do what is decided behind RequestService.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import {
  approveRequestSchema,
  cancelRequestSchema,
  commentRequestSchema,
  createRequestSchema,
  emptyRequestSchema,
  exportRequestsSchema,
  listRequestsSchema,
  logsQuerySchema,
  previewRequestSchema,
  rejectRequestSchema,
  requestFiltersSchema,
  type RequestsCaller,
  reviseRequestSchema,
} from '@fairway/requests-common';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Caller, RequestService } from '../service/types';
import { parseInput } from './parseInput';
import type { RequestCallers } from './RequestCallers';

/** Room for the largest payload, escaped as JSON. */
const BODY_LIMIT = '4mb';

/** What the router is made of. @public */
export interface RequestsRouterOptions {
  service: RequestService;
  callers: RequestCallers;
  /** Takes out what only a plugin that acts for the person may say, not the person. */
  believed?: (
    input: { kind: string; payload: JsonObject },
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ) => JsonObject;
}

/** `/requests` of one plugin. @public */
export function createRequestsRouter(options: RequestsRouterOptions): Router {
  const { service, callers } = options;
  const router = PromiseRouter();
  router.use('/requests', express.json({ limit: BODY_LIMIT }));

  router.post('/requests/preview', async (request, response) => {
    const caller = await callers.of(request);
    const input = parseInput(previewRequestSchema, request.body);
    response.json(await service.preview(believe(input, caller), caller));
  });

  router.post('/requests', async (request, response) => {
    const caller = await callers.of(request);
    const input = parseInput(createRequestSchema, request.body);
    const result = await service.create(believe(input, caller), caller);
    response.status(result.created ? 201 : 200).json(result);
  });

  router.get('/requests', async (request, response) => {
    const caller = await callers.of(request);
    const input = parseInput(listRequestsSchema, request.query);
    response.json(await service.list(input, caller));
  });

  router.get('/requests/counts', async (request, response) => {
    const caller = await callers.of(request);
    const input = parseInput(requestFiltersSchema, request.query);
    response.json(await service.counts(input, caller));
  });

  router.get('/requests/export', async (request, response) => {
    const caller = await callers.of(request);
    const input = parseInput(exportRequestsSchema, request.query);
    const csv = input.format === 'csv';
    const chunks = service.export(input, caller)[Symbol.asyncIterator]();
    // The first chunk is asked for before anything is sent, so that a refusal is still an answer of its own.
    const first = await chunks.next();
    response.setHeader(
      'content-type',
      csv ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
    );
    response.setHeader(
      'content-disposition',
      `attachment; filename="requests.${input.format}"`,
    );
    await pipeline(
      Readable.from(
        (async function* all() {
          if (first.done) return;
          yield first.value;
          yield* { [Symbol.asyncIterator]: () => chunks };
        })(),
      ),
      response,
    );
  });

  router.get('/requests/verify', async (request, response) => {
    response.json(await service.verify(await callers.of(request)));
  });

  router.get('/requests/me', async (request, response) => {
    const { isAdministrator } = await callers.of(request);
    response.json({ isAdministrator } satisfies RequestsCaller);
  });

  router.get('/requests/:id', async (request, response) => {
    const caller = await callers.of(request);
    response.json(await service.get(request.params.id, caller));
  });

  const on = <TInput>(
    action: string,
    schema: Parameters<typeof parseInput<TInput>>[0],
    run: (id: string, input: TInput, caller: Caller) => Promise<object>,
    status = 200,
  ) =>
    router.post(`/requests/:id/${action}`, async (request, response) => {
      const caller = await callers.of(request);
      const input = parseInput(schema, request.body ?? {});
      const { id } = request.params;
      response.status(status).json(await run(id, input, caller));
    });

  on('submit', emptyRequestSchema, (id, _, caller) =>
    service.submit(id, caller),
  );
  on('discard', emptyRequestSchema, (id, _, caller) =>
    service.discard(id, caller),
  );
  on('revise', reviseRequestSchema, (id, input, caller) =>
    service.revise(id, input, caller),
  );
  on('approve', approveRequestSchema, (id, input, caller) =>
    service.approve(id, input, caller),
  );
  on('reject', rejectRequestSchema, (id, input, caller) =>
    service.reject(id, input, caller),
  );
  on('request-changes', rejectRequestSchema, (id, input, caller) =>
    service.requestChanges(id, input, caller),
  );
  on('cancel', cancelRequestSchema, (id, input, caller) =>
    service.cancel(id, input, caller),
  );
  on('retry', emptyRequestSchema, (id, _, caller) => service.retry(id, caller));
  on(
    'comment',
    commentRequestSchema,
    (id, input, caller) => service.comment(id, input, caller),
    201,
  );

  router.get('/requests/:id/comments', async (request, response) => {
    const caller = await callers.of(request);
    response.json({ items: await service.comments(request.params.id, caller) });
  });

  router.get('/requests/:id/events', async (request, response) => {
    const caller = await callers.of(request);
    response.json(await service.events(request.params.id, caller));
  });

  router.get('/requests/:id/logs', async (request, response) => {
    const caller = await callers.of(request);
    const input = parseInput(logsQuerySchema, request.query);
    response.json(await service.logs(request.params.id, input, caller));
  });

  return router;

  function believe<TInput extends { kind: string; payload: JsonObject }>(
    input: TInput,
    { actor }: Caller,
  ): TInput {
    if (!options.believed || !actor.credentials) return input;
    return { ...input, payload: options.believed(input, actor.credentials) };
  }
}
