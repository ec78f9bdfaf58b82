// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import request from 'supertest';
import { POLICY, POLICY_TESTS } from './__testUtils__/policy';
import { policyFolder } from './__testUtils__/policyFiles';
import { HEADERS, startOwnership } from './__testUtils__/startOwnership';

type Started = Awaited<ReturnType<typeof startOwnership>>;

async function statusOf({ server }: Started) {
  const { body } = await request(server)
    .get('/api/ownership/policy/status')
    .set('Authorization', HEADERS.user);
  return body;
}

async function mayDeploy({ server }: Started, request_ = {}) {
  const { body } = await request(server)
    .post('/api/ownership/decide')
    .set('Authorization', HEADERS.user)
    .send({
      target: {
        action: 'service.deploy',
        environment: 'dev',
        service: 'payments-api',
      },
      request: request_,
    });
  return { decision: body.decision, by: body.by };
}

describe('a folder as the source', () => {
  const TEAM = `apiVersion: ownership/v1
kind: OwnershipTeamPolicy
team: payments
rules:
  - { id: payments-freeze, effect: deny, to: [everyone], actions: [service.deploy], in: [dev], on: ['service:payments-api'] }
`;
  const files = policyFolder();

  beforeEach(() => mkdir(join(files.folder, 'teams')));

  const start = () =>
    startOwnership({ ownership: { policy: { directory: files.folder } } });

  it('is one policy; a team narrows its own services, and the cases run', async () => {
    await writeFile(files.tests, POLICY_TESTS);
    const started = await start();
    await expect(statusOf(started)).resolves.toMatchObject({
      state: 'current',
    });
    await expect(mayDeploy(started)).resolves.toEqual({
      decision: 'allow',
      by: 'owners-nonprod',
    });

    await writeFile(join(files.folder, 'teams/payments.yaml'), TEAM);
    await started.reload();
    const { state, problems } = await statusOf(started);
    expect(state).toBe('outdated');
    expect(problems[0]).toMatchObject({
      file: 'policy.tests.yaml',
      line: 6,
      message: expect.stringContaining('payments-freeze'),
    });

    await rm(files.tests);
    await started.reload();
    await expect(mayDeploy(started)).resolves.toEqual({
      decision: 'deny',
      by: 'payments-freeze',
    });
  });

  it.each([
    ['widens', TEAM.replace('effect: deny', 'effect: allow')],
    [
      "reaches for others' services",
      TEAM.replace('payments-api', 'networking'),
    ],
  ])("keeps out a team's file that %s", async (_, text) => {
    const started = await start();
    await writeFile(join(files.folder, 'teams/payments.yaml'), text);
    await started.reload();

    const { state, problems } = await statusOf(started);
    expect(state).toBe('outdated');
    expect(problems[0]).toMatchObject({
      severity: 'error',
      file: 'teams/payments.yaml',
      line: expect.any(Number),
      column: expect.any(Number),
    });
    await expect(mayDeploy(started)).resolves.toMatchObject({
      decision: 'allow',
    });
  });

  it('reads a mounted config map: links to files, and nothing hidden', async () => {
    await rm(files.file);
    await mkdir(join(files.folder, '..2026_11_22'));
    await writeFile(join(files.folder, '..2026_11_22', 'policy.yaml'), POLICY);
    await symlink('..2026_11_22', join(files.folder, '..data'));
    await symlink('..data/policy.yaml', files.file);

    await expect(statusOf(await start())).resolves.toMatchObject({
      state: 'current',
    });
  });

  it('notices an edit in a folder of the folder by itself', async () => {
    const started = await start();
    await writeFile(join(files.folder, 'teams/payments.yaml'), TEAM);

    let answer = await mayDeploy(started);
    while (answer.decision === 'allow') {
      answer = await mayDeploy(started);
    }
    expect(answer.by).toBe('payments-freeze');
  });

  it('says so where there is no folder', async () => {
    const started = await startOwnership({
      ownership: { policy: { directory: join(files.folder, 'missing') } },
    });
    const { state, problems } = await statusOf(started);
    expect(state).toBe('missing');
    expect(problems[0].message).toMatch(
      /\(ENOENT\)\. .*"ownership\.policy\.directory"/,
    );
  });
});

describe('a URL as the source', () => {
  let web: Server;
  let text: string;
  let seen: { url?: string; tag?: string; status: number }[];
  let broken: boolean;

  beforeEach(async () => {
    text = POLICY;
    seen = [];
    broken = false;
    web = createServer((req, res) => {
      const etag = `"${req.url === '/tests.yaml' ? 'tests' : text.length}"`;
      const tag = req.headers['if-none-match'];
      const known = tag === etag ? 304 : 200;
      const status = broken ? 500 : known;
      seen.push({ url: req.url, tag, status });
      res.writeHead(status, { etag });
      res.end(
        status === 200
          ? (req.url === '/tests.yaml' && POLICY_TESTS) || text
          : undefined,
      );
    });
    await new Promise<void>(resolve => {
      web.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    web.closeAllConnections();
    await new Promise(resolve => {
      web.close(resolve);
    });
  });

  const start = async () => {
    const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
    return startOwnership({
      ownership: {
        policy: {
          url: `http://${host}/policy.yaml`,
          tests: `http://${host}/tests.yaml`,
        },
      },
      backend: { reading: { allow: [{ host }] } },
      features: [mockServices.urlReader.factory()],
    });
  };

  it('is read with its ETag, and followed', async () => {
    const started = await start();
    await expect(statusOf(started)).resolves.toMatchObject({
      state: 'current',
      source: 'policy.yaml',
    });
    await started.reload();
    expect(seen.map(({ url, status }) => `${url} ${status}`)).toEqual([
      '/policy.yaml 200',
      '/tests.yaml 200',
      '/policy.yaml 304',
      '/tests.yaml 304',
    ]);

    text = POLICY.replace('restricted: true', 'restricted: yes');
    await started.reload();
    const { state, problems } = await statusOf(started);
    expect(state).toBe('outdated');
    expect(problems[0]).toMatchObject({ file: 'policy.yaml', line: 14 });
  });

  it('leaves the last good policy while it does not answer, and tells no URL', async () => {
    const started = await start();
    broken = true;
    await started.reload();

    const { state, problems } = await statusOf(started);
    expect(state).toBe('outdated');
    expect(problems[0].message).toMatch(/"ownership\.policy\.url".*30 seconds/);
    expect(JSON.stringify(problems)).not.toContain('127.0.0.1');
    await expect(mayDeploy(started)).resolves.toMatchObject({
      decision: 'allow',
    });
  });
});

describe('the configuration', () => {
  it.each([
    [
      { policy: { file: 'a.yaml', url: 'https://a.test/a.yaml' } },
      '"file" and "url": keep one of them',
    ],
    [
      { policy: { directory: 'a', tests: 'b.yaml' } },
      'remove "tests", the cases are in the folder',
    ],
    [{ policy: { url: 'policy.yaml' } }, '"policy.yaml" is not a URL'],
    [{ administrators: ['platform'] }, '"platform" in "ownership.admin'],
    [
      { administrators: ['user:default/pat'] },
      '"user:default/pat" in "ownership.administrators" is not a group',
    ],
  ])('does not start with %j', async (ownership, message) => {
    await expect(startOwnership({ ownership })).rejects.toThrow(message);
  });
});
