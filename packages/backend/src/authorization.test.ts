// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every route of the self-service plugin, for everybody who may come by. The ownership plugin has the like in
// plugins/ownership-backend/src/routes/authorization.test.ts.
import { changeOf, previewOf } from './__testUtils__/changes';
import { watchMountedRoutes } from './__testUtils__/mountedRoutes';
import {
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';
import { DEV, unitOf } from './__testUtils__/templates';

jest.setTimeout(60_000);

/** Nobody, a guest, the owner of the change, another team, the platform administrator, a service. */
const WHO = ['nobody', 'gus', 'pia', 'otto', 'pat', 'service'];

/** A unit that is not there yet, of its own for each call. */
let units = 0;
const files = () => ({
  [`${DEV}/authorized-${(units += 1)}/terragrunt.hcl`]:
    unitOf('postgres-database'),
});

/** Somebody who may not read a request is refused before anything else is looked at. */
const ON_ONE = [401, 403, 409, 403, 409, 403];
/** Of its requester; the owner of the environment may look on. */
const OWN = [401, 403, 409, 403, 403, 403];

/**
 * Who gets which status. Databases in dev are for the product teams and the platform. The request is Pia's, and merged:
 * what can be done to one that waits is tested where requests are.
 */
const TABLE: Record<string, { body?: () => object; statuses: number[] }> = {
  'get self-service/requests': { statuses: [401, 200, 200, 200, 200, 403] },
  'get self-service/requests/counts': {
    statuses: [401, 200, 200, 200, 200, 403],
  },
  'get self-service/requests/export': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/requests/verify': {
    statuses: [401, 403, 403, 403, 403, 403],
  },
  'get self-service/requests/me': {
    statuses: [401, 200, 200, 200, 200, 403],
  },
  'get self-service/requests/:id': { statuses: [401, 403, 200, 403, 200, 403] },
  'get self-service/requests/:id/comments': {
    statuses: [401, 403, 200, 403, 200, 403],
  },
  'get self-service/requests/:id/events': {
    statuses: [401, 403, 200, 403, 200, 403],
  },
  'get self-service/requests/:id/logs': {
    statuses: [401, 403, 200, 403, 200, 403],
  },
  'post self-service/requests/preview': {
    body: () => previewOf(files()),
    statuses: [401, 403, 200, 200, 200, 403],
  },
  'post self-service/requests': {
    body: () => changeOf(files()),
    statuses: [401, 403, 201, 201, 201, 403],
  },
  'post self-service/requests/:id/submit': { statuses: OWN },
  'post self-service/requests/:id/discard': { statuses: OWN },
  'post self-service/requests/:id/revise': {
    body: () => ({ payload: previewOf(files()).payload }),
    statuses: OWN,
  },
  'post self-service/requests/:id/approve': {
    body: () => ({ planDigest: 'a'.repeat(64) }),
    statuses: ON_ONE,
  },
  'post self-service/requests/:id/reject': {
    body: () => ({ planDigest: 'a'.repeat(64), comment: 'No' }),
    statuses: ON_ONE,
  },
  'post self-service/requests/:id/request-changes': {
    body: () => ({ planDigest: 'a'.repeat(64), comment: 'No' }),
    statuses: ON_ONE,
  },
  'post self-service/requests/:id/cancel': { statuses: OWN },
  'post self-service/requests/:id/retry': { statuses: OWN },
  'post self-service/requests/:id/comment': {
    body: () => ({ text: 'Hello' }),
    statuses: [401, 403, 201, 403, 201, 403],
  },
  // For the catalog and for pipelines
  'get self-service/entities': { statuses: [401, 403, 403, 403, 403, 200] },
  'get self-service/report/pending': {
    statuses: [401, 403, 403, 403, 403, 200],
  },
  // By a token of the request, or by a service: never by a person.
  'post self-service/requests/:id/report': {
    body: () => ({ status: 'succeeded' }),
    statuses: [401, 403, 403, 403, 403, 409],
  },
  'patch self-service/requests/:id/report': {
    body: () => ({ status: 'SUCCESS' }),
    statuses: [401, 403, 403, 403, 403, 409],
  },
  'post self-service/requests/:id/report/logs': {
    body: () => ({ message: 'Hello' }),
    statuses: [401, 403, 403, 403, 403, 409],
  },
  'post self-service/report/token': {
    body: () => ({ token: 'none' }),
    statuses: [401, 401, 401, 401, 401, 401],
  },
  'get self-service/actions': { statuses: [401, 200, 200, 200, 200, 403] },
  'get self-service/actions/statistics': {
    statuses: [401, 200, 200, 200, 200, 403],
  },
  // Without a question: 400 for whoever may ask.
  'get self-service/actions/entity': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/actions/form': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/drift': { statuses: [401, 200, 200, 200, 200, 403] },
  // Of requests alone: there is no resource of that id.
  'get self-service/resources': { statuses: [401, 200, 200, 200, 200, 403] },
  'get self-service/expiring': { statuses: [401, 200, 200, 200, 200, 403] },
  'get self-service/resources/:id': {
    statuses: [401, 404, 404, 404, 404, 403],
  },
  'post self-service/resources/:id/extend': {
    body: () => ({ by: 'P1D', reason: 'Not done yet' }),
    statuses: [401, 404, 404, 404, 404, 403],
  },
  'post self-service/resources/:id/keep': {
    body: () => ({ reason: 'Not done yet' }),
    statuses: [401, 404, 404, 404, 404, 403],
  },
  'get self-service/openapi.json': {
    statuses: [401, 200, 200, 200, 200, 403],
  },
  // Without a question about files, a folder or units: 400 for whoever may ask.
  'get self-service/repositories/files': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/repositories/dependents': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/repositories/units': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/repositories/unit': {
    statuses: [401, 400, 400, 400, 400, 403],
  },
  'get self-service/modules/:name/versions/:version': {
    statuses: [401, 200, 200, 200, 200, 403],
  },
  'get self-service/modules': { statuses: [401, 200, 200, 200, 200, 403] },
  'get self-service/modules/:name': {
    statuses: [401, 200, 200, 200, 200, 403],
  },
};

describe('the self-service routes', () => {
  let portal: Portal;
  let mounted: string[];
  let id: string;

  beforeAll(async () => {
    const routes = watchMountedRoutes();
    portal = await startPortal();
    mounted = routes();
    const created = await portal.post(
      'pia',
      'self-service/requests',
      changeOf(files()),
    );
    id = created.body.request.id;
    await eventually(
      () => portal.get('pia', `self-service/requests/${id}`),
      ({ body }) => ['succeeded', 'waiting'].includes(body.execution),
    );
  });

  afterAll(() => portal.stop());

  it('all have a row', () => {
    const ours = mounted.filter(
      route =>
        / self-service\//.test(route) &&
        !/\/\.(backstage|well-known)/.test(route),
    );
    expect(ours.sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(
    Object.entries(TABLE).flatMap(([route, { statuses }]) =>
      WHO.map((who, index) => [route, who, statuses[index]] as const),
    ),
  )('%s as %s: %i', async (route, who, expected) => {
    const [method, path] = route.split(' ');
    const { status, body } = await portal.send(
      who,
      method.toUpperCase(),
      path
        .replace(':id', id)
        .replace(':name', 'postgres-database')
        .replace(':version', 'v1.1.0'),
      TABLE[route].body?.(),
    );
    expect({ status, code: body?.error?.code }).toMatchObject({
      status: expected,
    });
  });
});
