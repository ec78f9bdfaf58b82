// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogSubjects } from '@fairway/backstage-plugin-ownership-node';
import type express from 'express';
import request from 'supertest';
import { POLICY } from '../__testUtils__/policy';
import { HEADERS, startOwnership } from '../__testUtils__/startOwnership';
import { LastGoodPolicy } from '../policy/LastGoodPolicy';
import { createRouter } from './router';

/** Who gets which status; a route without a row fails the first test. */
const TABLE = [
  { route: 'get /policy', query: '', nobody: 401, user: 403, service: 200 },
  {
    route: 'get /policy/status',
    query: '',
    nobody: 401,
    user: 200,
    service: 403,
  },
  {
    route: 'get /me/targets',
    query: '?action=service.deploy',
    nobody: 401,
    user: 200,
    service: 403,
  },
];

interface Layer {
  regexp: RegExp;
  route?: { path: string; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}

/** Every route of an Express 4 router, for example `get /policy/status`. */
function routesOf(router: { stack?: Layer[] }, prefix = ''): string[] {
  return (router.stack ?? []).flatMap(({ regexp, route, handle }) => {
    if (route) {
      const path = `${prefix}${route.path === '/' ? '' : route.path}`;
      return Object.keys(route.methods).map(method => `${method} ${path}`);
    }
    // Express 4 keeps a mount path only as `^\/policy\/?(?=\/|$)`.
    const mount = /^\^\\\/([\w-]+)/.exec(regexp.source);
    return routesOf(handle, mount ? `${prefix}/${mount[1]}` : prefix);
  });
}

describe('authorization', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    await writeFile(join(folder, 'policy.yaml'), POLICY);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('is laid down for every route that is mounted', () => {
    const clock = () => new Date();
    const auth = mockServices.auth();
    const router: express.Router = createRouter({
      httpAuth: mockServices.httpAuth(),
      policy: new LastGoodPolicy({
        source: undefined,
        logger: mockServices.logger.mock(),
        auditor: mockServices.auditor.mock(),
        clock,
      }),
      subjects: CatalogSubjects.create({ catalog: catalogServiceMock(), auth }),
      clock,
    });

    expect(routesOf(router as { stack?: Layer[] }).sort()).toEqual(
      TABLE.map(({ route }) => route).sort(),
    );
  });

  it('holds for nobody, a user and a service', async () => {
    const { server } = await startOwnership({
      ownership: { policy: { file: join(folder, 'policy.yaml') } },
    });

    for (const { route, query, ...expected } of TABLE) {
      const path = `/api/ownership${route.replace('get ', '')}${query}`;
      const statuses = { nobody: 0, user: 0, service: 0 };
      for (const who of ['nobody', 'user', 'service'] as const) {
        const { status } = await request(server)
          .get(path)
          .set('Authorization', HEADERS[who]);
        statuses[who] = status;
      }
      expect({ route, ...statuses }).toEqual({ route, ...expected });
    }
  });

  it('does not answer where no route is', async () => {
    const { server } = await startOwnership({});

    const { status } = await request(server)
      .get('/api/ownership/nowhere')
      .set('Authorization', HEADERS.user);
    expect(status).toBe(404);
  });
});
