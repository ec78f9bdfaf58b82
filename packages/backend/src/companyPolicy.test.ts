// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The second gate: what the ownership policy allows, the company's own permission policy may refuse.
import type { JsonObject } from '@backstage/types';
import { changeOf, previewOf } from './__testUtils__/changes';
import { byRule, companyPolicy } from './__testUtils__/companyPolicy';
import {
  type Answer,
  eventually,
  type Portal,
  startPortal,
} from './__testUtils__/startPortal';
import { DEV, PROD, unitOf } from './__testUtils__/templates';

jest.setTimeout(60_000);

const STAGING = 'live/acme-staging/eu-west-1/staging';
const TICKET = { request: { changeTicket: 'CHG-1' } };

/** No staging, and no buckets anywhere. */
const REFUSES = {
  not: {
    anyOf: [
      byRule('IN_ENVIRONMENT', { environments: ['staging'] }),
      byRule('IS_SERVICE', { services: ['bucket'] }),
    ],
  },
};

const unit = (folder: string, module = 'postgres-database') => ({
  [`${folder}/terragrunt.hcl`]: unitOf(module),
});

describe("the company's own permission policy", () => {
  let portal: Portal;
  let conditions: () => JsonObject;

  beforeAll(async () => {
    portal = await startPortal({
      companyPolicy: companyPolicy(() => conditions()),
    });
  });

  beforeEach(() => {
    conditions = () => REFUSES;
  });

  afterAll(() => portal.stop());

  it('lets pass what it does not refuse', async () => {
    const { status, body } = await portal.post(
      'pia',
      'self-service/requests',
      changeOf(unit(`${DEV}/allowed-db`)),
    );
    expect(status).toBe(201);
    await eventually(
      () => portal.get('pia', `self-service/requests/${body.request.id}`),
      request => request.body.execution === 'succeeded',
    );
  });

  it.each([
    ['IN_ENVIRONMENT', unit(`${STAGING}/no-db`), 'staging/postgres-database'],
    ['IS_SERVICE', unit(`${DEV}/no-bucket`, 'bucket'), 'dev/bucket'],
    [
      'one of several targets',
      { ...unit(`${DEV}/yes-db`), ...unit(`${STAGING}/no-db`) },
      'staging/postgres-database',
    ],
  ])(
    'refuses by %s what the rules allow, and says so',
    async (_, files, target) => {
      const before = await portal.branches();

      const created = await portal.post(
        'pia',
        'self-service/requests',
        changeOf(files),
      );
      const previewed = await portal.post(
        'pia',
        'self-service/requests/preview',
        previewOf(files),
      );

      for (const { status, body } of [created, previewed]) {
        expect(status).toBe(403);
        expect(body.error).toMatchObject({
          code: 'permission-denied',
          details: {
            refused: [
              {
                permission: 'iac.environment.deploy',
                targetRef: expect.stringContaining(target),
              },
            ],
          },
        });
        expect(body.error.message).toMatch(
          /company's own permission policy refuses "iac\.environment\.deploy" on ".*" to "user:default\/pia"\. Ask .*group:default\/platform/,
        );
      }
      expect(await portal.branches()).toEqual(before);
      expect(portal.audited).toContainEqual({
        eventId: 'request-create',
        status: 'failed',
        meta: expect.objectContaining({
          initiator: 'user:default/pia',
          code: 'permission-denied',
        }),
      });
    },
  );

  it('refuses a task in its log', async () => {
    const { status, log } = await portal.run('pia', 'order', {
      name: 'task-bucket',
      moduleRef: 'bucket',
    });
    expect(status).toBe('failed');
    expect(log).toContain(`the company's own permission policy refuses`);
  });

  it('never hides the explanation of the rules, which come first', async () => {
    const { status, body } = await portal.post(
      'pia',
      'self-service/requests/preview',
      previewOf(unit(`${STAGING}/net`, 'network')),
    );
    expect(status).toBe(403);
    expect(body.error.code).toBe('policy-denied');
    expect(body.error.message).toContain('guard:restricted:networking');
  });

  it('allows nothing that the rules refuse', async () => {
    conditions = () => byRule('IN_ENVIRONMENT', { environments: ['prod'] });
    const { body } = await portal.post(
      'pia',
      'self-service/requests/preview',
      previewOf(unit(`${PROD}/no-ticket`)),
    );
    expect(body.error.code).toBe('policy-denied');
  });

  it.each<[string, () => JsonObject]>([
    [
      'throws',
      () => {
        throw new Error('no answer today');
      },
    ],
    ['names a rule that there is not', () => byRule('IS_TUESDAY', {})],
  ])('opens nothing when it %s', async (_, broken) => {
    conditions = broken;
    const before = await portal.branches();
    const { status } = await portal.post(
      'pia',
      'self-service/requests',
      changeOf(unit(`${DEV}/broken-db`)),
    );
    expect([403, 500]).toContain(status);
    expect(await portal.branches()).toEqual(before);
  });
});

describe('who decides about a change besides', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });

  afterAll(() => portal.stop());

  it('sees it, though it was allowed: owners of the environment and approvers', async () => {
    const dev = await portal.post(
      'pia',
      'self-service/requests',
      changeOf(unit(`${DEV}/seen-db`)),
    );
    const prod = await portal.post(
      'pia',
      'self-service/requests',
      changeOf(unit(`${PROD}/seen-db`), TICKET),
    );
    expect([dev.status, prod.status]).toEqual([201, 201]);

    const read = async (who: string, { body }: Answer) =>
      (await portal.get(who, `self-service/requests/${body.request.id}`))
        .status;
    const statuses: Record<string, number[]> = {};
    for (const who of ['pia', 'pat', 'ava', 'otto', 'gus']) {
      statuses[who] = [await read(who, dev), await read(who, prod)];
    }
    expect(statuses).toEqual({
      pia: [200, 200],
      // Owns the environments.
      pat: [200, 200],
      // Approves databases in production alone.
      ava: [403, 200],
      otto: [403, 403],
      gus: [403, 403],
    });
  });
});
