// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Ways round the gates that were shown to work against others, each as a
// regression test against the real permission, scaffolder and catalog backends.
// Those that are tested beside the code that stops them, and not again in here:
//
// | trap                                                    | test                                                                                        |
// | ------------------------------------------------------- | ------------------------------------------------------------------------------------------- |
// | custom rules on `scaffolder-action` make all tasks fail | permission-backend-module-ownership, actions.test.ts: "names only rules that the scaffolder has" and, for a task under our policy, "ours always"; here "a task works" |
// | an input condition is checked per step, after others    | the same file: "and nowhere else"; what is ours is decided inside of each step, here "other steps" |
// | a decision that is kept in a checkpoint                 | scaffolder-backend-module-iac, createProposeChangeAction.test.ts; here "retries"               |
// | negated conditions merged, `{ anyOf, not }` on a level  | permission-backend-module-ownership, composePolicies.test.ts and composition.test.ts             |
// | 100 authorize calls: `apply` and `toQuery` disagree     | ownership-node, permissions.test.ts; ownership-backend, permissions.test.ts                      |
// | a policy whose `handle` throws fails the whole batch    | permission-backend-module-ownership, failures.test.ts and composition.test.ts; companyPolicy.test.ts beside this file |
// | stores left out, in the engine                          | ownership-node, decide.test.ts and properties.test.ts                                            |
import { changeOf, previewOf } from './__testUtils__/changes';
import { type Portal, startPortal } from './__testUtils__/startPortal';
import { DEV, PROD, unitOf } from './__testUtils__/templates';

jest.setTimeout(60_000);

const NETWORK_REFUSED =
  /user:default\/pia may not deploy networking in prod: .*guard:restricted:networking.*group:default\/netops/;
const prodNetwork = (name: string) => ({
  name,
  targetPath: `${PROD}/${name}`,
  environment: 'prod',
  moduleRef: 'network',
});

describe('with the policy of the portal', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  const preview = (who: string, files: Record<string, string>, more = {}) =>
    portal.post(who, 'self-service/requests/preview', previewOf(files, more));
  const decide = (target: object) =>
    portal.post('pia', 'ownership/decide', { target });

  it('a task works', async () => {
    const { status, log } = await portal.run('gus', 'harmless', { name: 'x' });
    expect({ status, log }).toEqual({
      status: 'completed',
      log: expect.stringContaining('hello'),
    });
  });

  describe('values that no page of the form has', () => {
    it('are kept by the scaffolder, and decide nothing', async () => {
      const values = prodNetwork('hidden-net');
      const { id, status, log } = await portal.run('pia', 'order', values);
      expect(status).toBe('failed');
      expect(log).toMatch(NETWORK_REFUSED);

      const task = await portal.get('pat', `scaffolder/v2/tasks/${id}`);
      expect(task.body.spec.parameters).toEqual(values);
    });
  });

  describe('fields that are left out', () => {
    const topic = {
      'deploy/prod/kafka-topic/values.yaml': 'topic: payments\n',
    };
    const target = {
      action: 'service.deploy',
      service: 'kafka-topic',
      environment: 'prod',
    };

    it('stores: a topic in production touches its cluster, named or not', async () => {
      const { status, body } = await preview('pia', topic);
      expect(status).toBe(403);
      expect(body.error.details.decisions).toEqual([
        expect.objectContaining({
          decision: 'deny',
          targetRef: 'prod/kafka-topic?store=kafka-prod',
          legs: expect.arrayContaining([
            expect.objectContaining({
              target: 'store:kafka-prod',
              decision: 'deny',
            }),
          ]),
        }),
      ]);
      // It is the store that stops her: its owner passes, with a ticket.
      const owner = await preview('dan', topic, {
        request: { changeTicket: 'CHG-1' },
      });
      expect(owner.status).toBe(200);
    });

    it.each([
      ['stores', target],
      ['stores, with a list of none', { ...target, stores: [] }],
      ['the environment', { ...target, environment: undefined }],
      ['the service', { ...target, service: undefined }],
    ])('%s: the engine denies', async (_, asked) => {
      const { body } = await decide(asked);
      expect(body.decision).toBe('deny');
    });

    it.each([
      [
        'said to be of another service',
        { expect: { service: 'payments-api' } },
        'target-mismatch',
        'networking',
      ],
      [
        'said to be nothing',
        {},
        'policy-denied',
        'guard:restricted:networking',
      ],
    ])('a network, %s, is a network', async (_, more, code, words) => {
      const { body } = await preview(
        'pia',
        { [`${DEV}/not-a-net/terragrunt.hcl`]: unitOf('network') },
        more,
      );
      expect(body.error.code).toBe(code);
      expect(body.error.message).toContain(words);
    });

    it('a network among the files of a service is none of them', async () => {
      const { body } = await preview('pia', {
        'deploy/dev/payments-api/terragrunt.hcl': unitOf('network'),
      });
      expect(body.error.code).toBe('deployment-file-not-allowed');
    });
  });

  describe('other steps after a decision', () => {
    it.each([
      [
        'moved',
        'fs:rename moves it to production',
        /may not deploy postgres-database in prod/,
      ],
      [
        'rewritten',
        'fetch:template makes it a network',
        /may not deploy networking in dev/,
      ],
      [
        'swapped',
        'fs:delete makes room for a network',
        /may not deploy networking in dev/,
      ],
    ])(
      '%s: %s, and the proposal is decided again',
      async (template, _, words) => {
        const before = await portal.branches();
        const { status, log } = await portal.run('pia', template, {
          name: `${template}-db`,
        });
        expect(status).toBe('failed');
        expect(log).toContain('Finished step iac:terragrunt:unit');
        expect(log.split('Beginning step ').at(-1)).toMatch(words);
        expect(await portal.branches()).toEqual(before);
      },
    );
  });

  describe('other spellings', () => {
    it.each(['prod', 'PROD', 'production', ' Prod '])(
      'of "%s" are the same environment',
      async environment => {
        const { body } = await decide({
          action: 'service.deploy',
          service: 'networking',
          environment,
        });
        expect(body).toMatchObject({
          decision: 'deny',
          by: 'guard:restricted:networking',
          targetRef: 'prod/networking',
        });
        const { log } = await portal.run('pia', 'order', {
          ...prodNetwork('spelled-net'),
          environment,
        });
        expect(log).toMatch(NETWORK_REFUSED);
      },
    );

    it.each([
      ['a list', { environment: ['prod'] }],
      ['another field', { environments: ['prod'] }],
    ])('as %s are refused, not overlooked', async (_, more) => {
      const target = { action: 'service.deploy', service: 'payments-api' };
      const decided = await decide({ ...target, ...more });
      const previewed = await preview(
        'pia',
        { [`${DEV}/a-db/terragrunt.hcl`]: unitOf('postgres-database') },
        { expect: more },
      );
      expect([decided.status, previewed.status]).toEqual([400, 400]);
    });

    it('of the path are no other place', async () => {
      const { status, body } = await preview('pia', {
        'live/acme-prod/eu-west-1/PROD/net/terragrunt.hcl': unitOf('network'),
      });
      expect(status).toBe(403);
      expect(body.error.message).toMatch(/PROD|prod/);
    });
  });

  describe('retries', () => {
    /** Allowed, and failing: there is a database of that name. */
    const failing = {
      name: 'pg-payments',
      targetPath: `${PROD}/pg-payments`,
      environment: 'prod',
      changeTicket: 'CHG-1',
    };

    it('of somebody else are for administrators, and decided for whoever retries', async () => {
      const first = await portal.run('pia', 'order', failing);
      expect(first.status).toBe('failed');
      expect(first.log).toContain('exists in');
      const retry = `scaffolder/v2/tasks/${first.id}/retry`;

      const byGuest = await portal.post('gus', retry);
      expect(byGuest.status).toBe(403);

      const byAdministrator = await portal.post('pat', retry);
      expect(byAdministrator.status).toBe(201);
      const { status, log } = await portal.endOf(first.id);
      expect(status).toBe('failed');
      expect(log.split('Beginning step ').at(-1)).toContain(
        'user:default/pat may not deploy postgres-database in prod',
      );
      expect(portal.audited).toContainEqual({
        eventId: 'request-preview',
        status: 'failed',
        meta: expect.objectContaining({
          initiator: 'user:default/pat',
          code: 'policy-denied',
        }),
      });
    });
  });

  it('a service principal changes nothing', async () => {
    const { status } = await portal.post(
      'service',
      'self-service/requests',
      changeOf({ [`${DEV}/machine-db/terragrunt.hcl`]: unitOf('bucket') }),
    );
    expect(status).toBe(403);
  });
});

describe('with permission.enabled: false, where the framework asks no policy', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({ permissions: false });
  });

  afterAll(() => portal.stop());

  it('what gate 3 refuses is open', async () => {
    // Not ours to decide; this shows that no policy is asked here.
    const { status } = await portal.run('gus', 'harmless', { name: 'x' });
    const tasks = await portal.get('otto', 'scaffolder/v2/tasks');
    expect(status).toBe('completed');
    expect(tasks.body.tasks).not.toEqual([]);
  });

  it('the change gate holds: for a task, for a call, for a machine', async () => {
    const { status, log } = await portal.run(
      'pia',
      'order',
      prodNetwork('net'),
    );
    expect(status).toBe('failed');
    expect(log).toMatch(NETWORK_REFUSED);

    const files = { [`${PROD}/net/terragrunt.hcl`]: unitOf('network') };
    const statuses = await Promise.all(
      ['pia', 'gus', 'service', 'nobody'].map(
        async who =>
          (
            await portal.post(who, 'self-service/requests', changeOf(files))
          ).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 403, 401]);
    expect(await portal.branches()).toEqual([]);
  });

  it("a task of pia's that gus retries is decided and audited for gus", async () => {
    const first = await portal.run('pia', 'order', {
      name: 'orders-db',
      environment: 'dev',
    });
    expect(first.log).toContain('exists in');

    const retried = await portal.post(
      'gus',
      `scaffolder/v2/tasks/${first.id}/retry`,
    );
    expect(retried.status).toBe(201);
    const { status, log } = await portal.endOf(first.id);

    expect(status).toBe('failed');
    expect(log.split('Beginning step ').at(-1)).toContain(
      'user:default/gus may not deploy postgres-database in dev',
    );
    expect(
      portal.audited.filter(
        ({ eventId, meta }) =>
          eventId === 'request-preview' && meta.code === 'policy-denied',
      ),
    ).toContainEqual(
      expect.objectContaining({
        meta: expect.objectContaining({ initiator: 'user:default/gus' }),
      }),
    );
    expect(await portal.branches()).toEqual([]);
  });
});
