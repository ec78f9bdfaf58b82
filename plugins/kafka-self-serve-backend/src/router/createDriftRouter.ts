// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  driftChoiceBody,
  filesPlanBody,
  importBody,
  promotionDiffBody,
} from './bodies';
import { parse } from './parse';
import {
  driftQuery,
  exportQuery,
  importSuggestionsQuery,
  orphansQuery,
} from './queries';
import type { KafkaRouterOptions } from './types';

/** `/drift`, `/orphans`, imports, promotion and files. */
export function createDriftRouter(
  options: Pick<KafkaRouterOptions, 'kafkaCallers' | 'reading'>,
): Router {
  const { kafkaCallers, reading } = options;
  const router = PromiseRouter();

  router.get('/drift', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(driftQuery, request.query);
    response.json(await reading.drift(query, caller));
  });

  router.post('/drift/:id', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(driftChoiceBody, request.body);
    response.json(await reading.chooseDrift(request.params.id, input, caller));
  });

  router.get('/orphans', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(orphansQuery, request.query);
    response.json(await reading.orphans(query, caller));
  });

  router.get('/import-suggestions', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(importSuggestionsQuery, request.query);
    response.json(await reading.importSuggestions(query, caller));
  });

  router.post('/import', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(importBody, request.body);
    response.json(await reading.import(input, caller));
  });

  router.post('/promotion-diff', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(promotionDiffBody, request.body);
    response.json(await reading.promotionDiff(input, caller));
  });

  router.post('/files/plan', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(filesPlanBody, request.body);
    response.json(await reading.planFile(input, caller));
  });

  router.get('/files/export', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(exportQuery, request.query);
    const file = await reading.exportFile(query, caller);
    response.type('application/yaml').send(file);
  });

  return router;
}
