// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { policyBody } from './bodies';
import { parse } from './parse';
import type { KafkaRouterOptions } from './types';

/** `/policies`. */
export function createPoliciesRouter(
  options: Pick<KafkaRouterOptions, 'kafkaCallers' | 'policies'>,
): Router {
  const { kafkaCallers, policies } = options;
  const router = PromiseRouter();

  router.get('/policies', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await policies.list(caller));
  });

  router.get('/policies/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await policies.get(request.params.name, caller));
  });

  router.put('/policies/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const { name } = request.params;
    const input = parse(policyBody, { ...request.body, name });
    response.json(await policies.put(name, input, caller));
  });

  router.delete('/policies/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    await policies.remove(request.params.name, caller);
    response.status(204).end();
  });

  return router;
}
