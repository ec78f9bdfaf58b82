// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { routesOf } from '../__testUtils__/routesOf';
import { POLICY } from '../__testUtils__/policy';
import { policyFolder } from '../__testUtils__/policyFiles';
import { HEADERS, startOwnership } from '../__testUtils__/startOwnership';
import { OPERATIONS } from '../schema/operations';
import { createRouter } from './router';
import type { RouterOptions } from './types';

const WHO = [
  'nobody',
  'guest',
  'user',
  'otherTeam',
  'platform',
  'service',
] as const;
const TARGET = {
  action: 'service.deploy',
  environment: 'dev',
  service: 'payments-api',
};
const OPEN = { reason: 'The network is down', ticket: 'INC-1', minutes: 10 };

interface Row {
  route: string;
  query?: string;
  body?: object;
  /** Statuses for nobody, a guest, the owner, another team, a platform administrator, a service. */
  statuses: number[];
}

/** Who gets which status; a route without a row fails the first test. */
const TABLE: Row[] = [
  { route: 'get /policy', statuses: [401, 403, 403, 403, 403, 200] },
  { route: 'get /policy/status', statuses: [401, 200, 200, 200, 200, 403] },
  { route: 'get /me', statuses: [401, 403, 200, 200, 200, 403] },
  {
    route: 'get /me/targets',
    query: '?action=service.deploy',
    statuses: [401, 403, 200, 200, 200, 403],
  },
  {
    route: 'post /decide',
    body: { target: TARGET },
    // A service has to name the person.
    statuses: [401, 403, 200, 200, 200, 400],
  },
  {
    route: 'post /decide',
    body: { target: TARGET, userEntityRef: 'user:default/pia' },
    statuses: [401, 403, 200, 403, 403, 200],
  },
  {
    route: 'post /explain',
    body: { target: TARGET },
    statuses: [401, 403, 200, 200, 200, 403],
  },
  {
    route: 'post /explain',
    body: { target: TARGET, userEntityRef: 'user:default/vic' },
    statuses: [401, 403, 200, 403, 200, 403],
  },
  {
    route: 'post /simulate',
    body: { policy: POLICY },
    statuses: [401, 403, 200, 200, 200, 403],
  },
  {
    route: 'get /who-can',
    query: '?action=service.deploy&environment=dev&service=payments-api',
    statuses: [401, 403, 200, 200, 200, 403],
  },
  { route: 'get /matrix', statuses: [401, 403, 200, 200, 200, 403] },
  { route: 'get /revisions', statuses: [401, 403, 200, 200, 200, 403] },
  {
    route: 'get /diff',
    query: '?from=REVISION&to=REVISION',
    statuses: [401, 403, 200, 200, 200, 403],
  },
  { route: 'get /entities', statuses: [401, 403, 403, 403, 403, 200] },
  { route: 'get /break-glass', statuses: [401, 403, 200, 200, 200, 403] },
  {
    route: 'post /break-glass',
    body: OPEN,
    statuses: [401, 403, 403, 403, 201, 403],
  },
  {
    route: 'post /break-glass/:id/approve',
    body: {},
    statuses: [401, 403, 403, 403, 200, 403],
  },
  {
    route: 'post /break-glass/:id/close',
    body: {},
    // Somebody else's grant does not exist for those who may not see it.
    statuses: [401, 403, 404, 404, 200, 403],
  },
  { route: 'get /openapi.json', statuses: [401, 200, 200, 200, 200, 200] },
];

describe('authorization', () => {
  const files = policyFolder();

  const start = (
    features: Parameters<typeof startOwnership>[0]['features'] = [],
  ) =>
    startOwnership({
      ownership: {
        policy: { file: files.file },
        administrators: ['group:default/platform'],
      },
      features,
    });

  const mounted = () =>
    // No request reaches it: only its routes are read.
    routesOf(createRouter({} as RouterOptions)).sort();

  it('is laid down for every route that is mounted', () => {
    expect(mounted()).toEqual(
      [...new Set(TABLE.map(({ route }) => route))].sort(),
    );
  });

  it('is documented for every route that is mounted', () => {
    const documented = OPERATIONS.map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(documented.sort()).toEqual(mounted());
  });

  it('holds for nobody, a guest, an owner, another team, an administrator and a service', async () => {
    const { server } = await start();
    const { body: policy } = await request(server)
      .get('/api/ownership/policy')
      .set('Authorization', HEADERS.service);

    const found: Row[] = [];
    for (const { route, query, body } of TABLE) {
      const statuses: number[] = [];
      for (const who of WHO) {
        const [method, path] = route.split(' ') as ['get' | 'post', string];
        const url = `${path.replace(':id', await newGrant(server))}${(
          query ?? ''
        ).replaceAll('REVISION', policy.revision)}`;
        const { status } = await request(server)
          [method](`/api/ownership${url}`)
          .set('Authorization', HEADERS[who])
          .send(body);
        statuses.push(status);
      }
      found.push({ route, query, body, statuses });
    }
    expect(found).toEqual(
      TABLE.map(({ route, query, body, statuses }) => ({
        route,
        query,
        body,
        statuses,
      })),
    );
  });

  it('makes nobody an administrator whom the framework policy refuses', async () => {
    const { server } = await start([
      mockServices.permissions.factory({ result: 'DENY' as never }),
    ]);

    const { body } = await request(server)
      .get('/api/ownership/me')
      .set('Authorization', HEADERS.platform);
    expect(body).toMatchObject({ teams: ['platform'], administrator: false });
    const { status } = await request(server)
      .post('/api/ownership/explain')
      .set('Authorization', HEADERS.platform)
      .send({
        target: { action: 'service.deploy' },
        userEntityRef: 'user:default/pia',
      });
    expect(status).toBe(403);
  });

  it('knows no administrators unless the configuration names some', async () => {
    const { server } = await startOwnership({
      ownership: { policy: { file: files.file } },
    });

    const { body } = await request(server)
      .get('/api/ownership/me')
      .set('Authorization', HEADERS.platform);
    expect(body.administrator).toBe(false);
  });

  it.each([
    ['visitor', '/revisions'],
    ['visitor', '/diff?from=a&to=b'],
  ] as const)('keeps a %s of no team out of %s', async (who, path) => {
    const { server } = await start();

    const { status, body } = await request(server)
      .get(`/api/ownership${path}`)
      .set('Authorization', HEADERS[who]);
    expect({ status, code: body.error.code }).toEqual({
      status: 403,
      code: 'ownership-team-only',
    });
  });

  it('does not answer where no route is', async () => {
    const { server } = await startOwnership({});

    const { status } = await request(server)
      .get('/api/ownership/nowhere')
      .set('Authorization', HEADERS.user);
    expect(status).toBe(404);
  });

  /** A grant of somebody else; ended ones make room for the next. */
  async function newGrant(
    server: Parameters<typeof request>[0],
  ): Promise<string> {
    const headers = { Authorization: HEADERS.platformToo };
    const list = await request(server)
      .get('/api/ownership/break-glass')
      .set(headers);
    for (const { id, mayClose } of list.body.items) {
      if (mayClose) {
        await request(server)
          .post(`/api/ownership/break-glass/${id}/close`)
          .set(headers);
      }
    }
    const { body } = await request(server)
      .post('/api/ownership/break-glass')
      .set(headers)
      .send(OPEN);
    return body.id;
  }
});
