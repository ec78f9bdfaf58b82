// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { rm, writeFile } from 'node:fs/promises';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';
import express from 'express';
import request from 'supertest';
import {
  BROKEN_POLICY,
  FROZEN_POLICY,
  POLICY,
  POLICY_TESTS,
} from '../__testUtils__/policy';
import { policyFolder } from '../__testUtils__/policyFiles';
import { HEADERS, startOwnership } from '../__testUtils__/startOwnership';
import { openApiDocument } from '../schema/openapi';

const DEPLOY = {
  action: 'service.deploy',
  environment: 'prod',
  service: 'payments-api',
};

describe('questions to the ownership backend', () => {
  const files = policyFolder();

  async function start(options: { tests?: boolean } = {}) {
    const { file, tests } = files;
    if (options.tests) await writeFile(tests, POLICY_TESTS);
    const started = await startOwnership({
      ownership: { policy: { file, ...(options.tests && { tests }) } },
    });
    /** As a frontend asks, in the name of one of them. */
    const as = (who: keyof typeof HEADERS) =>
      new OwnershipClient({
        discoveryApi: {
          getBaseUrl: async pluginId =>
            `http://localhost:${started.server.port()}/api/${pluginId}`,
        },
        fetchApi: {
          fetch: (input, init) =>
            fetch(input, {
              ...init,
              headers: { ...init?.headers, authorization: HEADERS[who] },
            }),
        },
      });
    return { ...started, as };
  }

  it('decides for oneself, and for whom a service names', async () => {
    const { as, server } = await start();

    await expect(
      as('user').decide({
        target: { ...DEPLOY, environment: 'dev' },
        userEntityRef: 'User:default/PIA',
      }),
    ).resolves.toMatchObject({
      decision: 'allow',
      by: 'owners-nonprod',
      targetRef: 'dev/payments-api',
    });
    const { body } = await request(server)
      .post('/api/ownership/decide')
      .set('Authorization', HEADERS.service)
      .send({
        target: DEPLOY,
        request: { changeTicket: 'CHG-1' },
        userEntityRef: 'user:default/nia',
      });
    expect(body).toMatchObject({
      decision: 'deny',
      by: 'default',
      askFor: ['group:default/payments'],
    });
  });

  it.each([
    [{}, '"target": '],
    [{ target: { action: 'service.deploy', environmnt: 'dev' } }, 'environmnt'],
    [{ target: { action: 5 } }, '"target.action": '],
    [
      { target: DEPLOY, request: { changeTicket: 1 } },
      '"request.changeTicket"',
    ],
    [{ target: { ...DEPLOY, stores: 'pg' } }, '"target.stores": '],
  ])('refuses the body %j by name', async (body, message) => {
    const { server } = await start();
    const { status, body: answer } = await request(server)
      .post('/api/ownership/decide')
      .set('Authorization', HEADERS.user)
      .send(body);
    expect({ status, code: answer.error.code }).toEqual({
      status: 400,
      code: 'ownership-body-invalid',
    });
    expect(answer.error.message).toContain(message);
  });

  it('explains at another time, with who would have to approve', async () => {
    await writeFile(
      files.file,
      POLICY.replace(
        'breakGlass:',
        `approvals:
  - { id: prod-owner, actions: [service.deploy], in: [prod], stages: [{ from: ['owner:environment'], count: 1 }] }
breakGlass:`,
      ).replace(
        'attr: request.changeTicket, exists: true',
        "attr: time.now, after: '2030-01-01T00:00:00Z'",
      ),
    );
    const { as } = await start();

    const now = await as('user').explain({ target: DEPLOY });
    expect(now.decision).toMatchObject({ decision: 'deny', by: 'default' });
    expect(now.decision.legs[0].skipped[0]).toMatchObject({
      id: 'owners-prod',
      because: expect.stringContaining('2030-01-01'),
    });
    const later = await as('platform').explain({
      target: DEPLOY,
      userEntityRef: 'user:default/pia',
      at: '2030-06-01T12:00:00+02:00',
    });
    expect(later).toMatchObject({
      userEntityRef: 'user:default/pia',
      at: '2030-06-01T10:00:00.000Z',
      decision: { decision: 'allow', by: 'owners-prod' },
      approvals: {
        mode: 'stages',
        stages: [
          { entry: 'prod-owner', from: ['group:default/platform'], count: 1 },
        ],
      },
    });
  });

  it('does not tell whom it explains about whether a user exists', async () => {
    const { as } = await start();
    await expect(
      as('otherTeam').explain({
        target: DEPLOY,
        userEntityRef: 'user:default/nobody',
      }),
    ).rejects.toMatchObject({ cause: { code: 'ownership-not-yourself' } });
  });

  it('judges a draft with the configured cases and says who loses', async () => {
    const { as } = await start({ tests: true });

    const answer = await as('user').simulate({ policy: FROZEN_POLICY });
    expect(answer).toMatchObject({
      accepted: false,
      tests: { failed: 1, passed: 2 },
      problems: [
        { severity: 'error', message: expect.stringMatching(/freeze/) },
      ],
      changes: { gains: [] },
    });
    expect(answer.revision).not.toBe(answer.currentRevision);
    expect(
      answer.changes?.loses.map(({ environment, on, action }) => [
        action,
        on,
        environment,
      ]),
    ).toContainEqual(['service.deploy', 'service:payments-api', 'dev']);

    // Its own cases, in place of the configured ones.
    await expect(
      as('user').simulate({
        policy: FROZEN_POLICY,
        tests: POLICY_TESTS.replace(
          'expect: allow, by: owners-nonprod',
          'expect: deny, by: freeze',
        ),
      }),
    ).resolves.toMatchObject({ accepted: true, tests: { failed: 0 } });
  });

  it('says what is wrong with a draft, and changes nothing', async () => {
    const { as } = await start();
    const { revision } = await as('user').policyStatus();

    const answer = await as('user').simulate({ policy: BROKEN_POLICY });
    expect(answer).toMatchObject({
      accepted: false,
      problems: [{ line: 26, message: expect.stringContaining('paymnets') }],
    });
    expect(answer.changes).toBeUndefined();
    await expect(as('user').policyStatus()).resolves.toMatchObject({
      state: 'current',
      revision,
    });
  });

  it('lets an administrator try out the first policy', async () => {
    await rm(files.file);
    const { server } = await startOwnership({
      ownership: {
        policy: { file: files.file },
        administrators: ['group:default/platform'],
      },
    });
    const simulate = (who: keyof typeof HEADERS) =>
      request(server)
        .post('/api/ownership/simulate')
        .set('Authorization', HEADERS[who])
        .send({ policy: POLICY });

    const { body } = await simulate('platform');
    expect(body).toMatchObject({ accepted: true, problems: expect.any(Array) });
    expect(body.currentRevision).toBeUndefined();
    expect((await simulate('user')).status).toBe(503);
  });

  it('says who can, and who could with a ticket', async () => {
    const { as } = await start();
    const answer = await as('otherTeam').whoCan(DEPLOY);
    expect(answer).toMatchObject({
      targetRef: 'prod/payments-api',
      entries: [
        {
          groups: ['group:default/payments'],
          decision: 'needs',
          needs: ['changeTicket'],
        },
      ],
      everyoneElse: { decision: 'deny' },
    });
    await expect(
      as('user').whoCan({ ...DEPLOY, environment: 'prodd' }),
    ).rejects.toMatchObject({
      statusCode: 400,
      cause: { message: expect.stringContaining('did you mean "prod"') },
    });
  });

  it('lays out the matrix, filtered and by pages', async () => {
    const { as } = await start();
    const all = await as('user').matrix();
    expect(all).toMatchObject({ action: 'service.deploy', total: 4 });
    expect(all.rows).toHaveLength(4);
    const page = await as('user').matrix({ offset: 1, limit: 2 });
    expect(page.rows).toEqual(all.rows.slice(1, 3));

    const one = await as('user').matrix({
      environment: 'dev',
      service: 'payments-api',
      team: 'payments',
    });
    expect(one).toMatchObject({
      total: 1,
      rows: [
        {
          on: 'service:payments-api',
          environment: 'dev',
          cells: [{ team: 'payments', decision: 'allow' }],
        },
      ],
    });
    await expect(as('user').matrix({ team: 'paymnts' })).rejects.toMatchObject({
      statusCode: 400,
      cause: { message: expect.stringContaining('"payments"') },
    });
    await expect(as('user').matrix({ limit: 501 })).rejects.toMatchObject({
      cause: { code: 'ownership-query-invalid' },
    });
  });

  it('keeps what was in force, and compares', async () => {
    const { as, reload } = await start();
    const { revision: first } = await as('user').policyStatus();
    await writeFile(files.file, FROZEN_POLICY);
    await reload();
    const { revision: second } = await as('user').policyStatus();
    await writeFile(files.file, POLICY);
    await reload();

    const { items } = await as('user').revisions();
    expect(items.map(({ revision, current }) => [revision, current])).toEqual([
      [first, true],
      [second, false],
      [first, false],
    ]);
    const diff = await as('user').diff({ from: first!, to: second! });
    expect(diff).toMatchObject({ before: first, after: second, gains: [] });
    expect(diff.loses.length).toBeGreaterThan(0);
    expect(diff.rules).toMatchObject([{ id: 'freeze', change: 'added' }]);
    await expect(
      as('user').diff({ from: 'unknown', to: first! }),
    ).rejects.toMatchObject({
      statusCode: 404,
      cause: { code: 'ownership-revision-unknown' },
    });
  });

  it('hands the environments to the catalog, with a tag that other edits leave alone', async () => {
    const { server, reload } = await start();
    const get = async (tag = '') =>
      request(server)
        .get('/api/ownership/entities')
        .set('Authorization', HEADERS.service)
        .set('If-None-Match', tag);

    const { body, headers } = await get();
    expect(body.entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: 'dev',
          annotations: {
            'fairway.dev/environment': 'dev',
            'fairway.dev/tier': 'nonprod',
            'fairway.dev/accounts': '111111111111',
            'fairway.dev/owners': 'group:default/platform',
          },
        },
        spec: { type: 'environment', owner: 'group:default/platform' },
      },
      expect.objectContaining({
        metadata: expect.objectContaining({ name: 'prod' }),
      }),
    ]);

    await writeFile(files.file, FROZEN_POLICY);
    await reload();
    expect((await get(headers.etag)).status).toBe(304);
    await writeFile(
      files.file,
      POLICY.replace('tier: nonprod', 'tier: sandbox').replace(
        "'tier:nonprod'",
        "'tier:sandbox'",
      ),
    );
    await reload();
    expect((await get(headers.etag)).status).toBe(200);
  });

  it('says who one is and what one may ask for', async () => {
    const { as } = await start();
    await expect(as('user').me()).resolves.toEqual({
      userEntityRef: 'user:default/pia',
      teams: ['payments'],
      administrator: false,
    });
    await expect(as('platform').me()).resolves.toMatchObject({
      breakGlass: {
        maxMinutes: 60,
        require: ['reason', 'ticket'],
        approvals: 1,
      },
    });
  });

  it('takes a grant through the client from asking to its end', async () => {
    const { as } = await start();
    const { id } = await as('platform').openBreakGlass({
      reason: 'The network is down',
      ticket: 'INC-1',
      minutes: 10,
    });
    await expect(
      as('platformToo').approveBreakGlass({ id }),
    ).resolves.toMatchObject({ state: 'active' });
    await expect(as('platform').breakGlass()).resolves.toMatchObject({
      items: [{ id, state: 'active' }],
    });
    await expect(as('platform').closeBreakGlass({ id })).resolves.toMatchObject(
      { state: 'closed', closedBy: 'user:default/pat' },
    );
  });

  it('describes itself in a document that a validator of OpenAPI 3.1 accepts', async () => {
    const { server } = await start();
    const { body } = await request(server)
      .get('/api/ownership/openapi.json')
      .set('Authorization', HEADERS.user);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())));

    const app = express();
    const router = createValidatedOpenApiRouter(body);
    router.post(
      '/explain' as never,
      ((_: unknown, res: express.Response) => {
        res.json({ reached: true });
      }) as never,
    );
    app.use(router);
    const explain = (sent: object) =>
      request(app)
        .post('/explain')
        .set('Authorization', HEADERS.user)
        .send(sent);
    const good = await explain({ target: DEPLOY });
    expect(good.body).toEqual({ reached: true });
    const bad = await explain({ target: { ...DEPLOY, actoin: 'x' } });
    expect(bad.text).toMatch(/InputError: .*must NOT have additional/);
  });
});
