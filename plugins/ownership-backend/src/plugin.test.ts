// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { POLICY } from './__testUtils__/policy';
import { get, policyFiles } from './__testUtils__/policyFiles';

const DEPLOY = '/api/ownership/me/targets?action=service.deploy';

describe('ownership backend', () => {
  const { start } = policyFiles();

  describe('GET /policy', () => {
    it('serves the text with its revision as the ETag', async () => {
      const { server } = await start();

      const { status, body, headers } = await get(
        server,
        '/api/ownership/policy',
        'service',
      );
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          revision: expect.stringMatching(/.+/),
          loadedAt: expect.stringMatching(/^\d{4}-.*Z$/),
          text: POLICY,
          source: 'policy.yaml',
          grants: [],
        },
      });
      expect(headers.etag).toBe(`"${body.revision}"`);
    });

    it('answers 304 to the revision at hand, also as fetch asks for it', async () => {
      const { server } = await start();
      const url = '/api/ownership/policy';
      const { headers } = await get(server, url, 'service');

      const known = await get(server, url, 'service')
        .set('If-None-Match', headers.etag)
        .set('Cache-Control', 'no-cache');
      expect(known.status).toBe(304);
      expect(known.text).toBe('');

      const other = await get(server, url, 'service').set(
        'If-None-Match',
        '"another"',
      );
      expect(other.status).toBe(200);
    });
  });

  describe('GET /me/targets', () => {
    it('says what the person may do and why not the rest', async () => {
      const { server } = await start();

      const { status, body } = await get(
        server,
        `${DEPLOY}&service=payments-api`,
        'user',
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        revision: expect.any(String),
        action: 'service.deploy',
        service: 'payments-api',
        targets: [
          {
            environment: 'dev',
            accounts: ['111111111111'],
            decision: 'allow',
            by: 'owners-nonprod',
          },
          { environment: 'prod', decision: 'deny', needs: ['changeTicket'] },
        ],
      });
    });

    it('counts the request attributes of the query', async () => {
      const { server } = await start();

      const { body } = await get(
        server,
        `${DEPLOY}&service=payments-api&request.changeTicket=CHG-1`,
        'user',
      );
      expect(body.targets).toMatchObject([
        { environment: 'dev', decision: 'allow' },
        { environment: 'prod', decision: 'allow', by: 'owners-prod' },
      ]);
    });

    it.each([
      ['', 'ownership-query-invalid', '"action"'],
      ['?action=', 'ownership-query-invalid', '"action"'],
      [
        '?action=service.deploy&action=service.plan',
        'ownership-query-invalid',
        '"action"',
      ],
      [
        '?action=service.deploy&servcie=payments-api',
        'ownership-query-invalid',
        '"servcie"',
      ],
      [
        '?action=service.deploy&request[changeTicket]=CHG-1',
        'ownership-query-invalid',
        '"request"',
      ],
      [
        '?action=service.deplyo',
        'ownership-action-unknown',
        '"service.deplyo".*"service.deploy"',
      ],
      [
        '?action=service.deploy&service=payment-api',
        'ownership-service-unknown',
        '"payment-api".*"payments-api"',
      ],
      [
        '?action=service.deploy&service=__proto__',
        'ownership-service-unknown',
        '"__proto__"',
      ],
      [
        '?action=service.deploy&request.changeTiket=CHG-1',
        'ownership-attribute-undeclared',
        'changeTiket',
      ],
    ])('refuses %p with %s', async (query, code, message) => {
      const { server } = await start();

      const { status, body } = await get(
        server,
        `/api/ownership/me/targets${query}`,
        'user',
      );
      expect({ status, error: body.error }).toMatchObject({
        status: 400,
        error: { name: 'InputError', code },
      });
      expect(body.error.message).toMatch(new RegExp(message));
    });

    it('refuses a user that the catalog lacks', async () => {
      const { server } = await start();

      const { status, body } = await request(server)
        .get(DEPLOY)
        .set('Authorization', mockCredentials.user.header('user:default/eve'));
      expect(status).toBe(403);
      expect(body.error).toMatchObject({
        code: 'ownership-subject-unknown',
        message: expect.stringContaining('"user:default/eve"'),
      });
    });

    it('refuses while the catalog fails', async () => {
      const { server } = await start({
        catalog: catalogServiceMock.mock({
          getEntitiesByRefs: async () => {
            throw new Error('the catalog is down');
          },
        }),
      });

      const { status, body } = await get(server, DEPLOY, 'user');
      expect(status).toBe(503);
      expect(body.error).toMatchObject({
        code: 'ownership-subject-lookup-failed',
        message: expect.stringContaining('the catalog is down'),
      });
    });
  });
});
