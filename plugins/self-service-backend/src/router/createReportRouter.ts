// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { HttpRouterService } from '@backstage/backend-plugin-api';
import type {
  PendingReports,
  ReportInput,
} from '@fairway/backstage-plugin-self-service-common';
import express, { type RequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  fromPortLog,
  fromPortRun,
  portLogSchema,
  portRunSchema,
} from '../reports/portReports';
import {
  parseReport,
  REPORT_LIMITS,
  reportInputSchema,
  reportTokenInputSchema,
} from '../reports/reportInput';
import type { Reporter, Reporters } from '../reports/Reporters';
import type { Reports } from '../reports/Reports';
import type { TokenExchange } from '../reports/TokenExchange';

/** What comes with bearer tokens that are not Backstage's; each is a prefix, so whatever is below it has its own check, too. */
export const OPEN_PATHS = ['/report/token', '/requests/:id/report'] as const;

export interface ReportRouterOptions {
  reporters: Reporters;
  reports: Reports;
  exchange: TokenExchange;
}

/** Lets the framework pass on foreign tokens to the routes that look at them. */
export function openReportRoutes(
  httpRouter: Pick<HttpRouterService, 'addAuthPolicy'>,
): void {
  for (const path of OPEN_PATHS) {
    httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
}

/**
 * `/report/pending`, `/report/token`, `/requests/:id/report`. Goes before `/requests`, whose bodies may be larger. Nothing
 * of a body is read before it is known who sends it.
 */
export function createReportRouter(options: ReportRouterOptions): Router {
  const { exchange, reporters, reports } = options;
  const router = PromiseRouter();
  const json = express.json({ limit: REPORT_LIMITS.bodyBytes });

  router.get('/report/pending', async (request, response) => {
    await reporters.service(request);
    const answer: PendingReports = { items: await reports.pending() };
    response.json(answer);
  });

  router.post(
    '/report/token',
    express.json({ limit: '32kb' }),
    async (request, response) => {
      const input = parseReport(reportTokenInputSchema, request.body);
      response.set('Cache-Control', 'no-store');
      response.json(await exchange.swap(input));
    },
  );

  const known: RequestHandler<{ id: string }> = async (
    request,
    response,
    next,
  ) => {
    try {
      response.locals.reporter = await reporters.of(
        request as unknown as express.Request,
        request.params.id,
      );
      next();
    } catch (error) {
      next(error);
    }
  };

  const on = (
    method: 'post' | 'patch',
    path: '/requests/:id/report' | '/requests/:id/report/logs',
    read: (body: unknown) => ReportInput,
  ) =>
    router[method](path, known, json, async (request, response) => {
      const reporter: Reporter = response.locals.reporter;
      const input = read(request.body);
      response.json(await reports.report(request.params.id, input, reporter));
    });

  on('post', '/requests/:id/report', body =>
    parseReport(reportInputSchema, body),
  );
  // Those of Port, so that what reports there reports here with another address.
  on('patch', '/requests/:id/report', body =>
    fromPortRun(parseReport(portRunSchema, body)),
  );
  on('post', '/requests/:id/report/logs', body =>
    fromPortLog(parseReport(portLogSchema, body)),
  );

  return router;
}
