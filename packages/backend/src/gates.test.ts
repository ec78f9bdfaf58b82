// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// No way around the gates: every action of the running scaffolder and every
// mounted route of ours that may write has a row here, which names its gate
// and is tried by somebody without any right. A new action or route fails
// until somebody has thought about it and written its row. What a router does
// in a middleware, without a route, is not seen here.
import { GATED_ROUTES } from './__testUtils__/gatedRoutes';
import { watchMountedRoutes } from './__testUtils__/mountedRoutes';
import { newcomers } from './__testUtils__/newcomers';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

/** In the catalog, in no team, and in no rule. */
const GUEST = 'gus';

/** Installed for this test: one that is called like ours and has no row, and a foreign one that writes. */
const NEWCOMER = 'iac:newcomer';
const FOREIGN = 'publish:github:pull-request';

/** Actions that write to Git or tell a receiver, by the template that comes to them first. All of them go through their gate. */
const GATED_ACTIONS: Record<string, string> = {
  'iac:terragrunt:unit': 'order',
  'git:change:propose': 'own-files',
  'iac:unit:upgrade': 'upgrade',
  'iac:unit:destroy': 'destroy',
  'request:dispatch': 'dispatch',
  'git:repository:create': 'own-repository',
};

/**
 * They touch the workspace and the log of their task, or the catalog as the person who started it. Of ours: what reads
 * vetted modules, which everybody may, or files of the base, which the backend hands to whoever may plan them, and what
 * edits a workspace.
 */
const HARMLESS_ACTIONS = [
  'catalog:fetch',
  'catalog:register',
  'catalog:write',
  'debug:log',
  'debug:wait',
  'fetch:plain',
  'fetch:plain:file',
  'fetch:template',
  'fetch:template:file',
  'fs:delete',
  'fs:readdir',
  'fs:rename',
  'git:change:begin',
  'iac:hcl:edit',
  'iac:module:inspect',
  'iac:terraform:module',
  'iac:terragrunt:stack:unit',
  'iac:validate',
  'iac:yaml:edit',
];

/** They write no Git and hold no engine: each asks the Kafka backend as the person who started the task, which decides. */
const DECIDED_BY_KAFKA = [
  'kafka:access:request',
  'kafka:application:request',
  'kafka:topic:request',
];

/** Every route of theirs, by role, is a checked table of their own: `src/authorization.test.ts` of the package. */
const WITH_OWN_TABLE = ['kafka-self-serve'];

/** Plugins of others: their routes are theirs to protect, with gate 3. */
const FOREIGN_PLUGINS = [
  'app',
  'auth',
  'catalog',
  'events',
  'mcp-actions',
  'notifications',
  'permission',
  'scaffolder',
  'search',
  'signals',
];

/** The framework gives each plugin one that ends the caller's own cookie. */
const isCookieRoute = (route: string) =>
  /^delete [\w-]+\/\.backstage\/auth\/v1\/cookie$/.test(route);

/** Routes of ours that may write and have no row. */
const withoutRow = (mounted: string[]) =>
  mounted.filter(
    route =>
      !/^(get|head) /.test(route) &&
      !isCookieRoute(route) &&
      ![...FOREIGN_PLUGINS, ...WITH_OWN_TABLE].includes(
        route.split(/[ /]/)[1],
      ) &&
      !(route in GATED_ROUTES),
  );

describe('the gates', () => {
  let portal: Portal;
  let mounted: string[];
  let grantId: string;

  beforeAll(async () => {
    const routes = watchMountedRoutes();
    portal = await startPortal({ alsoInstall: [newcomers(NEWCOMER, FOREIGN)] });
    mounted = routes();
    const opened = await portal.post('pat', 'ownership/break-glass', {
      reason: 'The network is down',
      ticket: 'INC-1',
      minutes: 10,
    });
    grantId = opened.body.id;
  });

  afterAll(() => portal.stop());

  describe('actions of the scaffolder', () => {
    /** What gate 3 lets run whatever the input is. */
    async function openActions(): Promise<Set<string>> {
      const { result, conditions } = await portal.authorize(GUEST, {
        type: 'resource',
        name: 'scaffolder.action.execute',
        attributes: {},
        resourceType: 'scaffolder-action',
      });
      expect(result).toBe('CONDITIONAL');
      const { anyOf } = conditions as unknown as {
        anyOf: { rule?: string; params?: { actionId: string } }[];
      };
      return new Set(
        anyOf.flatMap(({ rule, params }) =>
          rule === 'HAS_ACTION_ID' ? [params!.actionId] : [],
        ),
      );
    }

    it('each go through the change gate, touch the workspace alone, or are refused by gate 3', async () => {
      const { body } = await portal.get(GUEST, 'scaffolder/v2/actions');
      const installed = (body as { id: string }[]).map(({ id }) => id);
      const open = await openActions();

      const nowhere = installed.filter(
        id =>
          !(id in GATED_ACTIONS) &&
          !HARMLESS_ACTIONS.includes(id) &&
          !DECIDED_BY_KAFKA.includes(id) &&
          open.has(id),
      );

      // One without a row is found, though gate 3 leaves all of ours to the change gate.
      expect(nowhere).toEqual([NEWCOMER]);
      expect(installed).toEqual(
        expect.arrayContaining([...Object.keys(GATED_ACTIONS), FOREIGN]),
      );
      expect(open.has(FOREIGN)).toBe(false);
    });

    it.each(Object.entries(GATED_ACTIONS))(
      '%s is refused to a guest, with the reason',
      async (id, template) => {
        const before = await portal.branches();
        const { status, log } = await portal.run(GUEST, template, {
          name: 'guests-db',
        });
        expect(status).toBe('failed');
        expect(log).toMatch(/user:default\/gus may not \w+ .* in dev/);
        expect(log.split('Beginning step ').at(-1)).toMatch(
          new RegExp(`^${id}\\s`),
        );
        expect(await portal.branches()).toEqual(before);
      },
    );

    it('a foreign one that writes is refused by gate 3, to administrators too', async () => {
      const { status, log } = await portal.run('pat', 'publish', {
        name: 'site',
      });
      expect(status).toBe('failed');
      expect(log).toContain('The action is not allowed');
    });
  });

  describe('routes', () => {
    it('of ours that may write each have a row, and each row a route', () => {
      expect(withoutRow(mounted)).toEqual([]);
      expect(mounted).toEqual(
        expect.arrayContaining(Object.keys(GATED_ROUTES)),
      );
      expect(
        withoutRow([...mounted, 'post self-service/new', 'all kafka/topics']),
      ).toEqual(['post self-service/new', 'all kafka/topics']);
    });

    it.each(Object.entries(GATED_ROUTES))(
      '%s refuses a guest, and nobody',
      async (route, { body = {}, refused }) => {
        const [method, path] = route
          .replace(':id', grantId)
          .replace(':actionId', 'self-service:request-change')
          .split(' ');
        const before = await portal.branches();
        const ask = (who: string) =>
          portal.send(who, method.toUpperCase(), path, body);

        expect((await ask('nobody')).status).toBe(401);
        expect(await ask(GUEST)).toMatchObject(refused);
        expect(await portal.branches()).toEqual(before);
        const { body: grants } = await portal.get(
          'pat',
          'ownership/break-glass',
        );
        expect(grants.items).toEqual([
          expect.objectContaining({ id: grantId, approvedBy: [] }),
        ]);
      },
    );
  });
});
