// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { environmentSchema } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { connectionTestBody, environmentUpdateBody } from './bodies';
import { parse } from './parse';
import type { KafkaRouterOptions } from './types';

/** `/environments`, `/definitions` and `/connections`. */
export function createEnvironmentsRouter(
  options: Pick<KafkaRouterOptions, 'environments' | 'kafkaCallers'>,
): Router {
  const { environments, kafkaCallers } = options;
  const router = PromiseRouter();

  router.get('/environments', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await environments.list(caller));
  });

  router.post('/environments', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(environmentSchema, request.body);
    response.status(201).json(await environments.create(input, caller));
  });

  router.post('/environments/test', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(connectionTestBody, request.body);
    response.json(await environments.test(input, caller));
  });

  router.get('/environments/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await environments.get(request.params.name, caller));
  });

  router.put('/environments/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const { name } = request.params;
    const input = parse(environmentUpdateBody, { name, ...request.body });
    response.json(await environments.update(name, input, caller));
  });

  router.delete('/environments/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    await environments.remove(request.params.name, caller);
    response.status(204).end();
  });

  router.post('/environments/:name/sync', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await environments.sync(request.params.name, caller));
  });

  router.get('/definitions', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const file = await environments.definitions(caller);
    response.type('application/yaml').send(file);
  });

  router.get('/connections', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await environments.connections(caller));
  });

  return router;
}
