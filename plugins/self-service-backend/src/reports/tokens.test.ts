// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createSecretKey } from 'node:crypto';
import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { SignJWT, UnsecuredJWT } from 'jose';
import { v4 as uuid } from 'uuid';
import { type Issuer, startIssuer } from '../__testUtils__/issuer';
import {
  type ChangeDetail,
  codeOf,
  person,
  type Portal,
  RUNNER,
  startPortal,
} from '../__testUtils__/portal';
import { routesOf } from '../__testUtils__/routesOf';
import { DEV, LIVE, unit } from '../__testUtils__/world';
import { createRouter } from '../router/createRouter';
import { ReportTokens } from './ReportTokens';

jest.setTimeout(60_000);

let issuer: Issuer;
let portal: Portal;

beforeAll(async () => {
  issuer = await startIssuer();
  portal = await startPortal({
    settings: {
      repositories: [{ repoUrl: LIVE, apply: 'report' }],
      report: {
        issuers: [
          {
            issuer: issuer.url,
            audience: 'portal',
            repositoryClaim: 'repository',
            commitClaim: 'sha',
            claims: { event_name: 'push' },
          },
        ],
      },
    },
  });
});

afterAll(async () => {
  await portal.stop();
  await issuer.stop();
});

let units = 0;
const database = () => [
  { path: `${DEV}/token-${units++}/terragrunt.hcl`, content: unit() },
];

const swap = (token: string, more: object = {}) =>
  portal.send('post', '/report/token', { body: { token, ...more } });

const good = ({ outputs }: ChangeDetail) => ({
  sha: outputs.mergeSha,
  event_name: 'push',
});

const report = (id: string, token: string, body: object) =>
  portal.send('post', `/requests/${id}/report`, {
    as: `Bearer ${token}`,
    body,
  });

describe('a pipeline', () => {
  it('gets a token of the request that it runs for, and reports with it', async () => {
    const merged = await portal.merged('pia', database());
    const { body, status, headers } = await swap(
      await issuer.token(good(merged)),
      { commitSha: merged.outputs.mergeSha },
    );
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      requestId: merged.id,
      token: expect.stringMatching(/^fairway_report_[\w-]{43}$/),
      attempt: 1,
      expiresAt: expect.any(String),
    });
    const hours = (Date.parse(body.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(0.9);
    expect(hours).toBeLessThanOrEqual(1);

    const reported = await report(merged.id, body.token, {
      status: 'succeeded',
      logs: ['applied'],
    });
    expect(reported.status).toBe(200);
    await portal.until(merged.id, ({ execution }) => execution === 'succeeded');
    const { body: history } = await portal.send(
      'get',
      `/requests/${merged.id}/events`,
      { as: person('pia') },
    );
    expect(history.items).toContainEqual(
      expect.objectContaining({
        type: 'reported',
        actorRef: 'pipeline:repo:acme/infrastructure-live',
      }),
    );
    // Nobody waits for it any more.
    const late = await swap(await issuer.token(good(merged)));
    expect(late.status).toBe(401);
  });

  it('has a token for one request and one attempt', async () => {
    const one = await portal.merged('pia', database());
    const other = await portal.merged('pia', database());
    const { body } = await swap(await issuer.token(good(one)));
    const elsewhere = await report(other.id, body.token, {
      status: 'succeeded',
    });
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([
      401,
      'report-unauthenticated',
    ]);

    await report(one.id, body.token, { status: 'failed' });
    await portal.until(
      one.id,
      ({ execution }) => execution === 'partially-applied',
    );
    await portal.send('post', `/requests/${one.id}/retry`, {
      as: person('pia'),
    });
    await portal.until(one.id, ({ execution }) => execution === 'waiting');
    for (const more of [{}, { attempt: 2 }]) {
      const old = await report(one.id, body.token, {
        status: 'succeeded',
        ...more,
      });
      expect([old.status, codeOf(old)]).toEqual([409, 'report-attempt-over']);
    }
    const again = await swap(await issuer.token(good(one)));
    expect(again.body.attempt).toBe(2);
    const last = await report(one.id, again.body.token, {
      status: 'succeeded',
    });
    expect(last.status).toBe(200);
  });
});

describe('a token that is refused', () => {
  let merged: ChangeDetail;

  beforeAll(async () => {
    merged = await portal.merged('pia', database());
  });

  const claims = (more: Record<string, unknown> = {}) => ({
    ...good(merged),
    ...more,
  });
  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
  const whole = () => ({
    ...{ iss: issuer.url, aud: 'portal', sub: 'x', exp: seconds(300) },
    ...claims({ repository: 'acme/infrastructure-live' }),
  });

  const TOKENS: [string, () => Promise<string> | string, object?][] = [
    [
      'is signed by another key',
      () => issuer.token(claims(), { signedBy: 'stranger' }),
    ],
    [
      'is of an issuer that is not named',
      () => issuer.token(claims({ iss: 'https://evil.test' })),
    ],
    [
      'is for another audience',
      () => issuer.token(claims({ aud: 'sts.amazonaws.com' })),
    ],
    ['is for nobody', () => issuer.token(claims({ aud: undefined }))],
    ['has ended', () => issuer.token(claims({ exp: seconds(-120) }))],
    ['never ends', () => issuer.token(claims({ exp: undefined }))],
    ['is not valid yet', () => issuer.token(claims({ nbf: seconds(120) }))],
    ['has no signature', () => new UnsecuredJWT(whole()).encode()],
    [
      'is signed with the public key as a secret',
      () =>
        new SignJWT(whole())
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(createSecretKey(Buffer.from(JSON.stringify(issuer.jwk)))),
    ],
    [
      'is of another repository',
      () => issuer.token(claims({ repository: 'acme/other' })),
    ],
    [
      'is of a repository that is only read',
      () => issuer.token(claims({ repository: 'acme/infrastructure-modules' })),
    ],
    [
      'names no repository',
      () => issuer.token(claims({ repository: undefined })),
    ],
    [
      'is of another commit',
      () => issuer.token(claims({ sha: 'f'.repeat(40) })),
    ],
    [
      'names several commits',
      () => issuer.token(claims({ sha: [merged.outputs.mergeSha] })),
    ],
    ['names no commit', () => issuer.token(claims({ sha: undefined }))],
    [
      'was given to another kind of run',
      () => issuer.token(claims({ event_name: 'pull_request' })),
    ],
    [
      'is of another commit than is said',
      () => issuer.token(claims()),
      { commitSha: 'f'.repeat(40) },
    ],
    ['is no token', () => 'hello'],
    ['is a token of Backstage', () => person('pat').slice('Bearer '.length)],
  ];

  // A third parameter that a row has no value for would be taken for a callback.
  it.each(TOKENS)('%s', async (...[, token, more]) => {
    const response = await swap(await token(), more);
    expect(response.status).toBe(401);
    // The same words for all, and nothing of a request.
    expect(response.body.error).toEqual({
      name: 'AuthenticationError',
      code: 'report-token-refused',
      message: expect.stringMatching(
        /^The token is not accepted, or no merged/,
      ),
    });
    expect(JSON.stringify(response.body)).not.toContain(merged.id);
  });

  it('while the good one is taken', async () => {
    expect((await swap(await issuer.token(claims()))).status).toBe(200);
  });

  it('is told in the audit log with the reason', async () => {
    portal.audited.fail.mockClear();
    await swap(await issuer.token(claims({ sha: 'f'.repeat(40) })));
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'report-token-issue' }),
    );
    expect(portal.audited.fail).toHaveBeenCalledWith(
      expect.objectContaining({
        meta: { reason: expect.stringContaining('ffff') },
      }),
    );
  });
});

describe('a pipeline can never decide', () => {
  it('at no route: neither with its own token, nor with a report token, nor as a runner', async () => {
    const merged = await portal.merged('pia', database());
    const oidc = await issuer.token(good(merged));
    const { body } = await swap(oidc);
    const opened = await portal.open('pia', database());
    const routes = routesOf(createRouter({ report: {} } as never));
    const others = routes.filter(
      route => !/ \/report\/| \/requests\/:id\/report/.test(route),
    );
    // A route that is added later is in here, too.
    expect(others.length).toBeGreaterThan(20);
    expect(others).toContain('post /requests/:id/approve');

    const let_in: string[] = [];
    for (const route of others) {
      const [method, path] = route.split(' ');
      for (const [who, as] of Object.entries({
        oidc: `Bearer ${oidc}`,
        report: `Bearer ${body.token}`,
        runner: RUNNER,
      })) {
        const { status } = await portal.send(
          method as 'get' | 'post',
          path.replace(':id', opened.id).replace(':name', 'network'),
          {
            as,
            body:
              method === 'get' ? undefined : { planDigest: opened.planDigest },
          },
        );
        if (![401, 403].includes(status)) let_in.push(`${route} ${who}`);
      }
    }
    // What is in the catalog is for services to read.
    expect(let_in).toEqual(['get /entities runner']);
    const after = await portal.until(opened.id, () => true);
    expect([after.decision, after.rowVersion]).toEqual([
      'pending',
      opened.rowVersion,
    ]);
  });

  it('nor below the paths that are open to foreign tokens', async () => {
    const opened = await portal.open('pia', database());
    const body = { planDigest: opened.planDigest };
    for (const path of [
      `/requests/${opened.id}/report/approve`,
      `/requests/${opened.id}/report/../approve`,
      `/requests/${opened.id}/report/%2e%2e/approve`,
      `/requests/${opened.id}/approve/report`,
      `/requests/${opened.id}%2Fapprove/report`,
      '/report/token/../../requests',
    ]) {
      const { status } = await portal.send('post', path, { body });
      expect([path, [401, 404].includes(status)]).toEqual([path, true]);
    }
    expect((await portal.until(opened.id, () => true)).decision).toBe(
      'pending',
    );
  });
});

describe('report tokens', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
    disableDocker: true,
  });

  it.each(databases.eachSupportedId())(
    'are kept as hashes, and end (%s)',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await knex.migrate.latest({
        directory: resolve(__dirname, '../../migrations'),
      });
      let now = new Date('2026-06-01T10:00:00Z');
      const tokens = ReportTokens.create({ knex, clock: () => now });
      const [requestId, other] = [uuid(), uuid()];
      const grant = {
        ...{ requestId, attempt: 2, subject: 'repo:acme/live' },
        expiresAt: new Date('2026-06-01T11:00:00Z'),
      };
      const token = await tokens.issue(grant);
      expect(
        JSON.stringify(await knex('report_tokens').select()),
      ).not.toContain(token.slice('fairway_report_'.length));
      expect(await tokens.find(token, requestId)).toEqual(grant);
      expect(await tokens.find(token, other)).toBeUndefined();
      expect(await tokens.find(`${token}x`, requestId)).toBeUndefined();

      now = new Date('2026-06-01T11:00:00Z');
      expect(await tokens.find(token, requestId)).toBeUndefined();
      await tokens.issue({
        ...grant,
        requestId: other,
        expiresAt: new Date('2026-06-01T12:00:00Z'),
      });
      expect(await knex('report_tokens').select()).toHaveLength(1);
    },
  );
});
