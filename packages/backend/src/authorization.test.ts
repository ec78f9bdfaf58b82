// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every route of the self-service plugin, for everybody who may come by. The ownership plugin has the like in
// plugins/ownership-backend/src/routes/authorization.test.ts.
import { changeOf, previewOf } from './__testUtils__/changes';
import { watchMountedRoutes } from './__testUtils__/mountedRoutes';
import { type Portal, startPortal } from './__testUtils__/startPortal';
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

/** Who gets which status. Databases in dev are for the product teams and the platform. */
const TABLE: Record<string, { body?: () => object; statuses: number[] }> = {
  'get self-service/changes': { statuses: [401, 200, 200, 200, 200, 403] },
  'get self-service/changes/:id': { statuses: [401, 403, 200, 403, 200, 403] },
  'post self-service/changes/preview': {
    body: () => previewOf(files()),
    statuses: [401, 403, 200, 200, 200, 403],
  },
  'post self-service/changes': {
    body: () => changeOf(files()),
    statuses: [401, 403, 201, 201, 201, 403],
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
      'self-service/changes',
      changeOf(files()),
    );
    id = created.body.id;
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
      path.replace(':id', id).replace(':name', 'postgres-database'),
      TABLE[route].body?.(),
    );
    expect({ status, code: body?.error?.code }).toMatchObject({
      status: expected,
    });
  });
});
