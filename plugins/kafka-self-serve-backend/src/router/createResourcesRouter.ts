// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { offsetResetPayloadSchema } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { parse } from './parse';
import { aclsQuery, groupsQuery, subjectsQuery, topicsQuery } from './queries';
import type { KafkaRouterOptions } from './types';

const versionParameter = z.coerce.number().int().min(1);

/** `/topics`, `/groups`, `/subjects` and `/acls`. */
export function createResourcesRouter(
  options: Pick<KafkaRouterOptions, 'kafkaCallers' | 'reading'>,
): Router {
  const { kafkaCallers, reading } = options;
  const router = PromiseRouter();

  router.get('/topics', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(topicsQuery, request.query);
    response.json(await reading.topics(query, caller));
  });

  router.get('/topics/:environment/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await reading.topic(request.params, caller));
  });

  router.get('/groups', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(groupsQuery, request.query);
    response.json(await reading.groups(query, caller));
  });

  router.get('/groups/:environment/:groupId', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await reading.group(request.params, caller));
  });

  router.post('/offset-preview', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const input = parse(offsetResetPayloadSchema, request.body);
    response.json(await reading.offsetPreview(input, caller));
  });

  router.get('/subjects', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(subjectsQuery, request.query);
    response.json(await reading.subjects(query, caller));
  });

  router.get('/subjects/:environment/:name', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    response.json(await reading.subject(request.params, caller));
  });

  router.get(
    '/subjects/:environment/:name/versions/:version',
    async (request, response) => {
      const caller = await kafkaCallers.of(request);
      const { environment, name } = request.params;
      const version = parse(versionParameter, request.params.version);
      response.json(
        await reading.subjectVersion({ environment, name, version }, caller),
      );
    },
  );

  router.get('/acls', async (request, response) => {
    const caller = await kafkaCallers.of(request);
    const query = parse(aclsQuery, request.query);
    response.json(await reading.acls(query, caller));
  });

  return router;
}
