// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ChangeOutputs } from '@fairway/backstage-plugin-self-service-common';
import type { RequestDetail } from '@fairway/requests-common';
import request from 'supertest';
import { v4 as uuid } from 'uuid';
import { waitFor } from './__testUtils__/waitFor';
import { type Portal, startPortal } from './__testUtils__/portal';
import {
  DEV,
  LIVE,
  MODULES,
  MODULES_SOURCE,
  PROD,
  unit,
  type World,
} from './__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;
let world: World;
let backend: TestBackend;
let auditor: Portal['auditor'];
let audited: Portal['audited'];

beforeAll(async () => {
  portal = await startPortal();
  ({ auditor, audited, backend, world } = portal);
});

afterAll(() => portal.stop());

const as = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

let keys = 0;
const change = (
  files: Record<string, string>,
  more: Record<string, unknown> = {},
) => ({
  title: 'Order a database',
  idempotencyKey: `key-${keys++}`,
  payload: {
    repoUrl: LIVE,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    ...more,
  },
});

const call = (name: string, path: string, body: object = {}) =>
  request(backend.server)
    .post(`/api/self-service${path}`)
    .set('Authorization', as(name))
    .send(body);

/** Submits a change; an actor is the plugin that calls for the person. */
const submit = (
  name: string,
  body: ReturnType<typeof change>,
  { actor }: { actor?: string } = {},
) =>
  request(backend.server)
    .post('/api/self-service/requests')
    .set(
      'Authorization',
      actor
        ? `Bearer ${mockCredentials.user.token(`user:default/${name}`, {
            actor: { subject: actor },
          })}`
        : as(name),
    )
    .send({ kind: 'change', submit: 'now', ...body });

const preview = (name: string, { payload }: ReturnType<typeof change>) =>
  call(name, '/requests/preview', { kind: 'change', payload });

const get = (name: string, path: string) =>
  request(backend.server)
    .get(`/api/self-service${path}`)
    .set('Authorization', as(name));

const until = (
  id: string,
  condition: (request: RequestDetail) => boolean,
): Promise<RequestDetail> =>
  waitFor(async () => {
    const { body } = await get('pat', `/requests/${id}`);
    return condition(body) && body;
  });

const isOpen = ({ outputs }: RequestDetail) =>
  outputs.pullRequestNumber !== undefined;

/** Submits, and answers once the pull request is open. */
async function open(name: string, body: ReturnType<typeof change>) {
  const { body: answer } = await submit(name, body);
  if (!answer.request) throw new Error(JSON.stringify(answer));
  return until(answer.request.id, isOpen);
}

const succeeded = ({ execution }: RequestDetail) => execution === 'succeeded';

const errorOf = (response: { body: { error?: unknown } }) => {
  const error = response.body.error as {
    code?: string;
    message: string;
    details?: unknown;
  };
  // However the ownership engine spells its codes.
  return { ...error, code: error?.code?.toLowerCase().replaceAll('_', '-') };
};

describe('the way of one change', () => {
  it('is previewed, drafted, submitted, approved, merged and read back', async () => {
    const content = unit({ inputs: '  name = "orders-db"\n' });
    const path = `${DEV}/first-db/terragrunt.hcl`;
    const body = change(
      { [path]: content },
      {
        description: 'For orders.\n\nRequested-by: user:default/mallory',
        origin: { templateRef: 'template:default/postgres', taskId: 'task-7' },
      },
    );

    const previewed = await preview('pia', body);
    expect(previewed.status).toBe(200);
    expect(previewed.body).toMatchObject({
      operation: 'create',
      environmentRef: 'dev',
      ownerRef: 'group:default/payments',
      resourceRefs: [`acme/infrastructure-live:${DEV}/first-db`],
      plan: {
        baseBranch: 'main',
        files: [{ path, action: 'created' }],
        targets: [
          {
            path: `${DEV}/first-db`,
            action: 'service.deploy',
            environment: 'dev',
            service: 'postgres-database',
            account: '111111111111',
            module: { name: 'postgres-database', version: 'v1.1.0' },
          },
        ],
      },
      approval: { mode: 'stages', by: ['databases'] },
    });
    expect(Object.keys(previewed.body)).not.toContain('answer');

    const drafted = await request(backend.server)
      .post('/api/self-service/requests')
      .set(
        'Authorization',
        `Bearer ${mockCredentials.user.token('user:default/pia', {
          actor: { subject: 'plugin:scaffolder' },
        })}`,
      )
      .send({ kind: 'change', ...body });
    expect(drafted.status).toBe(201);
    const { id } = drafted.body.request;
    expect(drafted.body.request).toMatchObject({
      decision: 'draft',
      requesterRef: 'user:default/pia',
      planDigest: previewed.body.planDigest,
      view: previewed.body.view,
    });
    expect(await world.branches()).not.toContainEqual(
      expect.stringContaining('first-db'),
    );

    await call('pia', `/requests/${id}/submit`);
    const opened = await until(id, isOpen);
    const { branch, commitSha } = opened.outputs as ChangeOutputs;
    expect(opened).toMatchObject({
      decision: 'pending',
      planDigest: drafted.body.request.planDigest,
      statusLabel: 'pull request open',
    });
    expect(branch).toMatch(/^fairway\/create\/dev-first-db-[0-9a-f]{8}$/);
    expect(await world.git('show', `${branch}:${path}`)).toBe(content);
    expect((await world.git('rev-parse', branch!)).trim()).toBe(commitSha);
    const log = await world.git(
      'log',
      '-1',
      '--format=%an <%ae>|%cn|%s|%(trailers)',
      branch!,
    );
    expect(log.trim()).toBe(
      [
        'pia of payments <pia@acme.example>|Fairway|Order a database|Requested-by: user:default/pia',
        `Fairway-Change-Id: ${id}`,
        'Fairway-Template: template:default/postgres',
        'Fairway-Task: task-7',
      ].join('\n'),
    );

    const own = await call('pia', `/requests/${id}/approve`, {
      planDigest: opened.planDigest,
    });
    expect(own.status).toBe(403);
    const approved = await call('pat', `/requests/${id}/approve`, {
      planDigest: opened.planDigest,
    });
    expect(approved.body).toMatchObject({ decision: 'approved' });
    const ended = await until(id, succeeded);
    const { mergeSha } = ended.outputs as ChangeOutputs;
    expect(ended.statusLabel).toBe('merged; no pipeline connected');
    // The link leads to what the catalog is told.
    const { body: told } = await request(backend.server)
      .get('/api/self-service/entities')
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'self-service',
        }),
      );
    const entity = told.entities.find(
      ({ metadata }: Entity) =>
        metadata.annotations?.['fairway.dev/request'] === id,
    );
    expect(ended.links).toContainEqual({
      rel: 'entity',
      title: `${entity.metadata.name} in the catalog`,
      url: `/catalog/default/resource/${entity.metadata.name}`,
    });
    expect(await world.git('show', `main:${path}`)).toBe(content);
    expect((await world.git('rev-parse', 'main')).trim()).toBe(mergeSha);
    expect(
      await world.git('log', '-1', '--format=%(trailers)', mergeSha!),
    ).toContain('Approved-by: user:default/pat');
    const { body: history } = await get('pia', `/requests/${id}/events`);
    expect(history.chain).toMatchObject({ ok: true });
    expect(history.items.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['created', 'submitted', 'approved', 'succeeded']),
    );

    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'request-approve',
        meta: expect.objectContaining({ initiator: 'user:default/pat' }),
      }),
    );
    expect(audited.success).toHaveBeenCalled();
  });

  it('merges at once what the policy approves by itself, with the id of its entry', async () => {
    const { body } = await submit(
      'pia',
      change({
        'deploy/dev/payments-api/values.yaml': 'image: { tag: "1" }\n',
      }),
    );
    const ended = await until(body.request.id, succeeded);
    expect(ended.approval).toEqual({ mode: 'auto', by: ['deployments-auto'] });
    expect(
      await world.git('show', 'main:deploy/dev/payments-api/values.yaml'),
    ).toBe('image: { tag: "1" }\n');
  });

  it('does not believe a person who says where a change comes from', async () => {
    const opened = await open(
      'pia',
      change(
        { [`${DEV}/forged-db/terragrunt.hcl`]: unit() },
        {
          origin: { templateRef: 'template:default/forged', taskId: 'forged' },
        },
      ),
    );
    const message = await world.git(
      'log',
      '-1',
      '--format=%B',
      String(opened.outputs.branch),
    );
    expect(opened.payload.origin).toBeUndefined();
    expect(message).not.toContain('forged');
  });

  it('answers the same request for the same key, and refuses the key for another', async () => {
    const body = change({ [`${DEV}/same-db/terragrunt.hcl`]: unit() });

    const [first, second] = await Promise.all([
      submit('pia', body),
      submit('pia', body),
    ]);
    const third = await submit('pia', body);
    const other = await submit('pia', { ...body, title: 'Something else' });
    await until(third.body.request.id, isOpen);

    expect([first.status, second.status].sort()).toEqual([200, 201]);
    expect(third.status).toBe(200);
    expect(
      new Set([first, second, third].map(({ body: b }) => b.request.id)).size,
    ).toBe(1);
    expect(
      (await world.branches()).filter(name => name.includes('same-db')),
    ).toHaveLength(1);
    expect(other.status).toBe(409);
    expect(errorOf(other).code).toBe('idempotency-key-reused');
  });

  it('has one open request per target, until it is closed', async () => {
    const files = { [`${DEV}/one-db/terragrunt.hcl`]: unit() };
    const bodies = Array.from({ length: 20 }, () => change(files));

    const answers = await Promise.all(bodies.map(body => submit('pia', body)));
    const made = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 409);
    expect([made.length, refused.length]).toEqual([1, 19]);
    const { id, number } = made[0].body.request;
    const { branch } = (await until(id, isOpen)).outputs;
    const ofDan = await submit('dan', change(files));

    expect(
      (await world.branches()).filter(name => name.includes('one-db')),
    ).toEqual([branch]);
    expect(errorOf(refused[0])).toMatchObject({
      code: 'resource-busy',
      details: { openRequest: { number, id } },
    });
    expect(errorOf(ofDan).message).toContain(`#${number}`);
    expect(errorOf(ofDan).message).not.toContain('pia');

    await call('pia', `/requests/${id}/cancel`, { comment: 'Not needed' });
    const next = await submit('dan', change(files));
    expect(next.status).toBe(201);
    await waitFor(async () => !(await world.branches()).includes(`${branch}`));
  });

  it('counts a call on behalf of a user as the user', async () => {
    const token = mockCredentials.service.token({
      onBehalfOf: mockCredentials.user('user:default/pia'),
      targetPluginId: 'self-service',
    });
    const response = await request(backend.server)
      .post('/api/self-service/requests')
      .set('Authorization', `Bearer ${token}`)
      .send({
        kind: 'change',
        ...change({ [`${DEV}/behalf-db/terragrunt.hcl`]: unit() }),
      });
    expect(response.body.request.requesterRef).toBe('user:default/pia');
  });
});

describe('who may read', () => {
  it('shows lists of mine and my teams, and a change to those concerned', async () => {
    const created = await submit(
      'nia',
      change({ [`${DEV}/net-2/terragrunt.hcl`]: unit({ module: 'network' }) }),
    );
    expect(created.status).toBe(201);
    const { id, number } = created.body.request;
    for (const name of ['list-1', 'list-2', 'list-3']) {
      await submit(
        'pia',
        change({ [`${DEV}/${name}/terragrunt.hcl`]: unit() }),
      );
    }
    const ofNia = await get('nia', '/requests?limit=1');
    const ofPaul = await get('paul', '/requests?limit=2');
    const rest = await get(
      'paul',
      `/requests?limit=100&cursor=${ofPaul.body.nextCursor}`,
    );

    expect(ofNia.body.items.map((item: { id: string }) => item.id)).toEqual([
      id,
    ]);
    expect(ofNia.body.nextCursor).toBeUndefined();
    expect(ofPaul.body.items).toHaveLength(2);
    const numbers = [...ofPaul.body.items, ...rest.body.items].map(
      (item: { number: number }) => item.number,
    );
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(numbers).not.toContain(number);

    const refused = await get('pia', `/requests/${id}`);
    const ofPat = await get('pat', '/requests?limit=100');
    expect(ofPat.body.items.map((item: { id: string }) => item.id)).toEqual(
      expect.arrayContaining([
        id,
        ...ofPaul.body.items.map((i: { id: string }) => i.id),
      ]),
    );
    expect(refused.status).toBe(403);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'request-read',
        meta: { initiator: 'user:default/pia', requestId: id },
      }),
    );
    await expect(get('pat', `/requests/${id}`)).resolves.toMatchObject({
      status: 200,
    });
    await expect(get('pat', `/requests/${uuid()}`)).resolves.toMatchObject({
      status: 404,
    });
  });

  it('refuses a cursor and a page that it did not give', async () => {
    const cursor = await get('pia', '/requests?cursor=../x');
    const limit = await get('pia', '/requests?limit=0');
    expect([cursor.status, limit.status]).toEqual([400, 400]);
    expect(errorOf(limit).message).toContain('"limit"');
  });

  it('lists the vetted modules, newest version first', async () => {
    const list = await get('eve', '/modules');
    const one = await get('eve', '/modules/postgres-database');
    const none = await get('eve', '/modules/vpn');

    expect(list.body.items.map((item: { name: string }) => item.name)).toEqual([
      'postgres-database',
      'network',
      'bucket',
      'postgres-unit',
      'mislabelled-unit',
    ]);
    expect(one.body).toMatchObject({
      service: 'postgres-database',
      source: `${MODULES_SOURCE}//modules/postgres-database`,
      versions: [
        { version: 'v1.10.0', status: 'approved' },
        { version: 'v1.1.0', status: 'approved' },
        { version: 'v1.0.0', status: 'blocked', reason: 'It loses backups' },
      ],
    });
    expect(none.status).toBe(404);
    expect(errorOf(none).message).toContain('"network"');
  });
});

describe('what is refused', () => {
  const ONE = `${DEV}/x-db/terragrunt.hcl`;

  it('is refused by the policy with rule, line and whom to ask, and audited', async () => {
    const body = change({
      [`${PROD}/net/terragrunt.hcl`]: unit({ module: 'network' }),
    });
    audited.fail.mockClear();

    const created = await submit('pia', body);
    const previewed = await preview('pia', body);

    for (const response of [created, previewed]) {
      expect(response.status).toBe(403);
      expect(errorOf(response)).toMatchObject({
        code: 'policy-denied',
        details: {
          decisions: [{ decision: 'deny', by: 'guard:restricted:networking' }],
        },
      });
      expect(errorOf(response).message).toMatch(
        /guard:restricted:networking.*line \d+.*group:default\/netops/,
      );
    }
    expect(audited.fail).toHaveBeenCalledTimes(2);
    expect(audited.fail).toHaveBeenCalledWith(
      expect.objectContaining({ meta: { code: 'policy-denied' } }),
    );
  });

  it('an empty ticket is no ticket', async () => {
    const files = {
      [`${PROD}/net/terragrunt.hcl`]: unit({ module: 'network' }),
    };
    const empty = await submit(
      'nia',
      change(files, { request: { changeTicket: ' \u200b' } }),
    );
    const given = await open(
      'nia',
      change(files, { request: { changeTicket: 'CHG-1' } }),
    );
    expect(empty.status).toBe(403);
    expect(errorOf(empty).message).toContain('owners-prod');
    expect(given.plan.request).toEqual({ changeTicket: 'CHG-1' });
    expect(
      await world.git(
        'log',
        '-1',
        '--format=%(trailers)',
        String(given.outputs.branch),
      ),
    ).toContain('Change-Ticket: CHG-1');
  });

  it.each<[string, string, Record<string, string>, Record<string, unknown>?]>([
    [
      'repository-not-configured',
      'acme&repo=secrets',
      { [ONE]: unit() },
      { repoUrl: 'local?owner=acme&repo=secrets' },
    ],
    [
      'repository-not-configured',
      'infrastructure-modules',
      { [ONE]: unit() },
      { repoUrl: MODULES },
    ],
    [
      'git-repo-url-invalid',
      '../x',
      { [ONE]: unit() },
      { repoUrl: 'local?owner=..&repo=../x' },
    ],
    ['no-files', 'no files', {}],
    ['git-path-invalid', '../x', { '../x': 'x' }],
    ['git-path-invalid', '.git/config', { '.git/config': 'x' }],
    [
      'git-path-invalid',
      `${DEV}/x/../../prod`,
      { [`${DEV}/x/../../prod/terragrunt.hcl`]: unit() },
    ],
    ['git-path-invalid', '/etc/passwd', { '/etc/passwd': 'x' }],
    [
      'git-path-invalid',
      '${upper',
      { [`${DEV}/\${upper("x")}/terragrunt.hcl`]: unit() },
    ],
    [
      'git-path-invalid',
      'xxxx',
      { [`${DEV}/${'x'.repeat(10_000)}/terragrunt.hcl`]: unit() },
    ],
    [
      'duplicate-path',
      'TERRAGRUNT.hcl',
      { [ONE]: unit(), [`${DEV}/x-db/TERRAGRUNT.hcl`]: unit() },
    ],
    ['file-not-text', ONE, { [ONE]: `${unit()}\u0000` }],
    ['file-too-large', ONE, { [ONE]: `${unit()}# ${'x'.repeat(300_000)}` }],
    [
      'protected-path',
      '**/{root,account,region,env}.hcl',
      { [`${DEV}/x-db/account.hcl`]: 'locals {}' },
    ],
    ['protected-path', '.github/**', { '.GitHub/workflows/apply.yaml': 'x' }],
    ['ownership-path-without-layout', 'README.md', { 'README.md': 'x' }],
    [
      'unit-file-not-allowed',
      'main.tf',
      { [ONE]: unit(), [`${DEV}/x-db/main.tf`]: '' },
    ],
    [
      'unit-file-not-allowed',
      'x.tf.json',
      { [ONE]: unit(), [`${DEV}/x-db/x.tf.json`]: '{}' },
    ],
    [
      'unit-file-not-allowed',
      'terragrunt.stack.hcl',
      { [ONE]: unit(), [`${DEV}/x-db/terragrunt.stack.hcl`]: '' },
    ],
    [
      'unit-file-not-allowed',
      'sub/terragrunt.hcl',
      { [ONE]: unit(), [`${DEV}/x-db/sub/terragrunt.hcl`]: unit() },
    ],
    ['unit-incomplete', `${DEV}/x-db`, { [`${DEV}/x-db/README.md`]: 'x' }],
    [
      'unit-refused',
      'run_cmd',
      { [ONE]: unit({ inputs: '  name = run_cmd("id")\n' }) },
    ],
    [
      'unit-refused',
      'upper',
      { [ONE]: unit({ inputs: '  name = "${upper("x")}"\n' }) },
    ],
    [
      'include-refused',
      'it is not a protected file',
      {
        [ONE]: unit({
          more: '\ninclude "other" {\n  path = "../network/terragrunt.hcl"\n}\n',
        }),
      },
    ],
    [
      'dependency-refused',
      'prod/network',
      {
        [ONE]: unit({
          more: '\ndependency "n" {\n  config_path = "../../../../acme-prod/eu-west-1/prod/network"\n}\n',
        }),
      },
    ],
    [
      'module-outside-repository',
      'evil',
      {
        [ONE]: unit({
          source: 'git::https://evil.example/m.git//modules/network?ref=v1.1.0',
        }),
      },
    ],
    ['module-unknown', 'modules/vpn', { [ONE]: unit({ module: 'vpn' }) }],
    [
      'module-version-blocked',
      'It loses backups',
      { [ONE]: unit({ ref: 'v1.0.0' }) },
    ],
    ['module-version-unknown', 'v9.9.9', { [ONE]: unit({ ref: 'v9.9.9' }) }],
    ['module-version-not-a-tag', 'a branch', { [ONE]: unit({ ref: 'main' }) }],
    [
      'account-unknown',
      'acme-new',
      { 'live/acme-new/eu-west-1/dev/x/terragrunt.hcl': unit() },
    ],
    [
      'environment-file',
      'eu-west-9',
      { 'live/acme-dev/eu-west-9/dev/x/terragrunt.hcl': unit() },
    ],
    [
      'policy-denied',
      'not-in-environment:333333333333',
      { 'live/acme-prod/eu-west-1/dev/x/terragrunt.hcl': unit() },
    ],
    [
      'policy-denied',
      'unknown-environment',
      { 'deploy/qa/payments-api/values.yaml': 'a: 1' },
    ],
    [
      'target-mismatch',
      'prod',
      { [ONE]: unit() },
      { expect: { environment: 'production' } },
    ],
    [
      'target-mismatch',
      'payments-api',
      { [ONE]: unit() },
      { expect: { service: 'payments-api' } },
    ],
    [
      'deployment-file-not-allowed',
      'run.sh',
      { 'deploy/dev/payments-api/run.sh': 'x' },
    ],
    [
      'deployment-values-invalid',
      'line 3',
      { 'deploy/dev/payments-api/values.yaml': 'a: 1\nb: [\n' },
    ],
    [
      'base-moved',
      'f'.repeat(40),
      { [ONE]: unit() },
      { baseSha: 'f'.repeat(40) },
    ],
    [
      'request-payload-invalid',
      'taskId',
      { [ONE]: unit() },
      { origin: { taskId: '1\nSigned-off-by: x' } },
    ],
    [
      'ownership-attribute-undeclared',
      'owner',
      { [ONE]: unit() },
      { request: { owner: 'me' } },
    ],
  ])('%s, naming "%s"', async (code, value, files, more = {}) => {
    const response = await submit('pia', change(files, more), {
      actor: 'plugin:scaffolder',
    });
    expect(errorOf(response)).toMatchObject({ code });
    expect(errorOf(response).message).toContain(value);
    expect(errorOf(response).message.length).toBeLessThan(1500);
    expect([400, 403, 404, 409]).toContain(response.status);
    expect(await world.branches()).not.toContainEqual(
      expect.stringContaining('x-db'),
    );
  });

  it('an existing file, whoever asks', async () => {
    const response = await submit(
      'nia',
      change({
        [`${DEV}/network/terragrunt.hcl`]: unit({
          module: 'network',
          inputs: '  name = "other"\n',
        }),
      }),
    );
    expect(response.status).toBe(409);
    expect(errorOf(response).code).toBe('file-exists');
  });

  it('whoever is not a person', async () => {
    const body = { kind: 'change', ...change({ [ONE]: unit() }) };
    const service = await request(backend.server)
      .post('/api/self-service/requests')
      .set('Authorization', mockCredentials.service.header())
      .send(body);
    const nobody = await request(backend.server)
      .post('/api/self-service/requests')
      .set('Authorization', mockCredentials.none.header())
      .send(body);
    const unknown = await call('ghost', '/requests', body);
    expect([service.status, nobody.status, unknown.status]).toEqual([
      403, 401, 403,
    ]);
  });

  it('a body that is larger than any change', async () => {
    const response = await call('pia', '/requests', {
      padding: 'x'.repeat(4_300_000),
    });
    expect(response.status).toBe(413);
  });
});

describe('values stay text', () => {
  it('keeps emoji, escaped templates and long text byte for byte', async () => {
    const content = unit({
      inputs: `  a = "🚀 $\${upper("x")} %%{if}"\n  b = "${'x'.repeat(
        10_240,
      )}"\n`.replace('("x")', '(x)'),
    });
    const path = `${DEV}/emoji-db/terragrunt.hcl`;
    const { outputs } = await open('pia', change({ [path]: content }));
    expect(await world.git('show', `${outputs.branch}:${path}`)).toBe(content);
  });
});
