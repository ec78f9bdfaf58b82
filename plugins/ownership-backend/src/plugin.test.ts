// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import {
  BROKEN_POLICY,
  FROZEN_POLICY,
  POLICY,
  POLICY_TESTS,
} from './__testUtils__/policy';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

const DEPLOY = '/api/ownership/me/targets?action=service.deploy';

describe('ownership backend', () => {
  let folder: string;
  let file: string;
  let tests: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ownership-'));
    file = join(folder, 'policy.yaml');
    tests = join(folder, 'policy.tests.yaml');
    await writeFile(file, POLICY);
    await writeFile(tests, POLICY_TESTS);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const start = (
    options: Omit<Parameters<typeof startOwnership>[0], 'ownership'> = {},
  ) => startOwnership({ ownership: { policy: { file, tests } }, ...options });

  const get = (
    server: Parameters<typeof request>[0],
    path: string,
    as: keyof typeof HEADERS,
  ) => request(server).get(path).set('Authorization', HEADERS[as]);

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

  describe('loading', () => {
    const revisionOf = async (server: Parameters<typeof request>[0]) =>
      (await get(server, '/api/ownership/policy', 'service')).body.revision;
    const statusOf = async (server: Parameters<typeof request>[0]) =>
      (await get(server, '/api/ownership/policy/status', 'user')).body;

    it('follows a good edit', async () => {
      const { server, reload, audited } = await start();
      const before = await revisionOf(server);
      await writeFile(file, FROZEN_POLICY);
      await writeFile(
        tests,
        POLICY_TESTS.replace(
          'expect: allow, by: owners-nonprod',
          'expect: deny, by: freeze',
        ),
      );
      await reload();

      const after = await revisionOf(server);
      expect(after).not.toBe(before);
      const { state, revision, problems } = await statusOf(server);
      expect({ state, revision }).toEqual({
        state: 'current',
        revision: after,
      });
      // The freeze beats a rule: worth a warning, no reason to keep the edit out.
      expect(problems).toContainEqual({
        severity: 'warning',
        file: 'policy.yaml',
        line: 17,
        column: 5,
        message: expect.stringContaining('the deny "freeze" (line 26)'),
      });
      const { body } = await get(
        server,
        `${DEPLOY}&service=payments-api`,
        'user',
      );
      expect(body.targets[0]).toMatchObject({ decision: 'deny', by: 'freeze' });
      expect(audited).toEqual([
        expect.objectContaining({
          eventId: 'policy-load',
          status: 'succeeded',
        }),
        {
          eventId: 'policy-load',
          severity: 'high',
          status: 'succeeded',
          meta: {
            source: 'policy.yaml',
            previousRevision: before,
            revision: after,
          },
        },
      ]);
    });

    it('keeps the last good revision after a bad edit, and says where it is wrong', async () => {
      const { server, reload, audited, logger } = await start();
      const before = await revisionOf(server);
      await writeFile(file, BROKEN_POLICY);
      await reload();
      await reload();

      await expect(revisionOf(server)).resolves.toBe(before);
      const line = BROKEN_POLICY.split('\n').findIndex(text =>
        text.includes('paymnets'),
      );
      await expect(statusOf(server)).resolves.toMatchObject({
        state: 'outdated',
        revision: before,
        source: 'policy.yaml',
        problems: [
          {
            severity: 'error',
            message: expect.stringContaining('paymnets'),
            file: 'policy.yaml',
            line: line + 1,
            column: expect.any(Number),
          },
        ],
      });
      const place = new RegExp(`policy\\.yaml:${line + 1}:\\d+: .*paymnets`);
      expect(logger.error.mock.calls).toEqual([[expect.stringMatching(place)]]);
      expect(audited.slice(1)).toEqual([
        {
          eventId: 'policy-load',
          severity: 'high',
          status: 'failed',
          error: expect.stringMatching(place),
          meta: {
            source: 'policy.yaml',
            previousRevision: before,
            keptRevision: before,
            problems: [expect.stringMatching(place)],
          },
        },
      ]);

      await writeFile(file, POLICY);
      await reload();
      await expect(statusOf(server)).resolves.toMatchObject({
        state: 'current',
        revision: before,
        problems: [],
      });
    });

    it('keeps an edit out when a test case fails', async () => {
      const { server, reload } = await start();
      const before = await revisionOf(server);
      await writeFile(file, FROZEN_POLICY);
      await reload();

      await expect(revisionOf(server)).resolves.toBe(before);
      await expect(statusOf(server)).resolves.toMatchObject({
        state: 'outdated',
        problems: [
          {
            severity: 'error',
            file: 'policy.tests.yaml',
            line: 6,
            message: expect.stringMatching(/freeze/),
          },
        ],
      });
    });

    it('starts without the file, refuses, and goes on when it appears', async () => {
      await rm(file);
      const { server, reload } = await start();

      for (const [path, as] of [
        ['/api/ownership/policy', 'service'],
        [DEPLOY, 'user'],
      ] as const) {
        const { status, body } = await get(server, path, as);
        expect(status).toBe(503);
        expect(body.error).toMatchObject({
          code: 'ownership-policy-missing',
          message: expect.stringContaining('(ENOENT)'),
        });
      }
      await expect(statusOf(server)).resolves.toMatchObject({
        state: 'missing',
        problems: [{ file: 'policy.yaml', severity: 'error' }],
      });

      await writeFile(file, POLICY);
      await reload();
      await expect(statusOf(server)).resolves.toMatchObject({
        state: 'current',
        problems: [],
      });
      expect((await get(server, DEPLOY, 'user')).status).toBe(200);
    });

    it('notices an edit by itself', async () => {
      const { server } = await start();
      const before = await revisionOf(server);
      await writeFile(file, `${POLICY}# edited\n`);

      let after = before;
      while (after === before) {
        after = await revisionOf(server);
      }
      expect(after).toEqual(expect.any(String));
    });

    it.each([
      ['no policy', undefined],
      ['a policy without its file', { policy: { tests: 'cases.yaml' } }],
    ])(
      'refuses with a clear message when %s is configured',
      async (_, ownership) => {
        const { server } = await startOwnership({ ownership });

        const { status, body } = await get(server, DEPLOY, 'user');
        expect(status).toBe(503);
        expect(body.error).toMatchObject({
          code: 'ownership-policy-not-configured',
          message: expect.stringContaining('"ownership.policy.file"'),
        });
        await expect(statusOf(server)).resolves.toMatchObject({
          state: 'missing',
        });
      },
    );

    it('does not start with a mistyped key', async () => {
      await expect(
        startOwnership({ ownership: { policy: { file, test: tests } } }),
      ).rejects.toThrow(/"ownership.policy.test", which does not exist/);
    });
  });
});
