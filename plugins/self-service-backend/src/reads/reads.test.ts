// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseRepoUrl } from '@fairway/git-host';
import {
  codeOf,
  person,
  type Portal,
  startPortal,
} from '../__testUtils__/portal';
import {
  DEV,
  LIVE,
  MODULES,
  MODULES_SOURCE,
  PROD,
  unit,
} from '../__testUtils__/world';

jest.setTimeout(60_000);

const AUTHOR = { name: 'Platform', email: 'platform@acme.example' };
const VARIABLES = `variable "name" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
  default   = null
}
`;

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
  const { host, git } = portal.world;
  const modules = parseRepoUrl(MODULES);
  const branch = await host.defaultBranch(modules);
  await commitTo(MODULES, 'more', {
    'modules/postgres-database/variables.tf': VARIABLES,
    'modules/postgres-database/outputs.tf':
      'output "endpoint" {\n  value = 1\n}\n',
    'modules/postgres-database/examples/x.tf': 'variable "no" {}\n',
  });
  const modulesGit = `${portal.world.root}/acme/infrastructure-modules.git`;
  await git(`--git-dir=${modulesGit}`, 'branch', '-f', branch, 'more');
  await git(`--git-dir=${modulesGit}`, 'tag', '-f', 'v1.1.0', 'more');
  await git(`--git-dir=${modulesGit}`, 'tag', '-f', 'v1.0.0', 'more');

  await commitTo(LIVE, 'more', {
    [`${DEV}/orders-db/terragrunt.hcl`]: unit({
      more: 'dependency "network" {\n  config_path = "../network"\n}\n',
      inputs: `  name       = "orders-db"
  storage_gb = 20
  subnet_ids = dependency.network.outputs.subnet_ids
  region     = local.region
`,
    }),
    [`${DEV}/orders-db/README.md`]: '# Orders\n',
    'notes.txt': 'Nobody has these.\n',
  });
  await git('branch', '-f', 'main', 'more');
});

afterAll(() => portal.stop());

async function commitTo(
  repoUrl: string,
  branch: string,
  files: Record<string, string>,
) {
  const { host } = portal.world;
  const repository = parseRepoUrl(repoUrl);
  const base = await host.defaultBranch(repository);
  await host.commit(repository, {
    branch,
    baseSha: (await host.resolve(repository, base))!,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    message: 'More',
    trailers: [],
    author: AUTHOR,
  });
}

const files = (name: string, paths: string[], repoUrl = LIVE) => {
  const query = new URLSearchParams({ repoUrl });
  for (const path of paths) query.append('path', path);
  return portal.send('get', `/repositories/files?${query}`, {
    as: person(name),
  });
};

const dependents = (name: string, path: string) =>
  portal.send(
    'get',
    `/repositories/dependents?${new URLSearchParams({ repoUrl: LIVE, path })}`,
    { as: person(name) },
  );

describe('GET /repositories/files', () => {
  it('answers the files of a unit with the shared files above it, all of one commit', async () => {
    const { body } = await files('pia', [`${DEV}/orders-db`]);
    expect(body).toMatchObject({
      repoUrl: LIVE,
      baseBranch: 'main',
      baseSha: (await portal.world.git('rev-parse', 'main')).trim(),
      files: [
        { path: `${DEV}/orders-db/README.md`, content: '# Orders\n' },
        { path: `${DEV}/orders-db/terragrunt.hcl` },
      ],
      missing: [],
    });
    expect(body.shared.map(({ path }: { path: string }) => path)).toEqual([
      '_envcommon/postgres.hcl',
      'live/acme-dev/account.hcl',
      `${DEV}/env.hcl`,
      'live/acme-dev/eu-west-1/region.hcl',
      'root.hcl',
    ]);
  });

  it('says what is not there yet', async () => {
    const { body } = await files('dan', [`${DEV}/new-db/terragrunt.hcl`]);
    expect(body).toMatchObject({
      files: [],
      missing: [`${DEV}/new-db/terragrunt.hcl`],
      shared: [],
    });
  });

  it.each<[string, string, string[], number, string]>([
    ['who may not plan it', 'eve', [`${DEV}/orders-db`], 403, 'policy-denied'],
    [
      'who may plan one of two',
      'pia',
      [`${DEV}/orders-db`, `${PROD}/network`],
      403,
      'policy-denied',
    ],
    ['a folder above units', 'pia', [DEV], 403, 'policy-denied'],
    ['a shared file alone', 'pia', ['root.hcl'], 403, 'path-without-target'],
    [
      'a shared file of another environment',
      'pia',
      [`${DEV}/orders-db`, `${PROD}/env.hcl`],
      403,
      'path-without-target',
    ],
    [
      'a file of nobody',
      'pat',
      ['notes.txt'],
      400,
      'ownership-path-without-layout',
    ],
    [
      'a way out',
      'pia',
      [`${DEV}/orders-db/../../../../root.hcl`],
      400,
      'git-path-invalid',
    ],
    ['an absolute path', 'pia', ['/etc/passwd'], 400, 'git-path-invalid'],
    ["git's own files", 'pia', ['.git/config'], 400, 'git-path-invalid'],
  ])('refuses %s', async (_, name, paths, status, code) => {
    const response = await files(name, paths);
    expect(response.body.error).toMatchObject({ code });
    expect(response.status).toBe(status);
    expect(response.text).not.toContain('Orders');
  });

  it('refuses a repository that the configuration does not name, and the one of the modules', async () => {
    for (const repoUrl of ['local?owner=acme&repo=secrets', MODULES]) {
      const { body } = await files('pia', ['README.md'], repoUrl);
      expect(body.error.code).toBe('repository-not-configured');
    }
  });

  it('is for people', async () => {
    const path = '/repositories/files?repoUrl=x&path=y';
    expect((await portal.send('get', path)).status).toBe(401);
    const { body } = await portal.send('get', '/repositories/files', {
      as: person('pia'),
    });
    expect(body.error.code).toBe('read-invalid');
  });
});

describe('stacks and plain Terraform', () => {
  const STACK = `${DEV}/terragrunt.stack.hcl`;
  const CALL = 'terraform/dev/orders/main.tf';
  const source = (path: string) => `${MODULES_SOURCE}//${path}?ref=v1.1.0`;

  beforeAll(async () => {
    await commitTo(LIVE, 'kinds', {
      [STACK]: `unit "db" {\n  source = "${source(
        'units/postgres',
      )}"\n  path   = "db"\n}\n`,
      [CALL]: `module "net" {\n  source = "${source('modules/network')}"\n}\n`,
      'terraform/dev/other/main.tf': '# Orders, nobody says whose.\n',
    });
    await portal.world.git('branch', '-f', 'main', 'kinds');
  });

  it.each([
    [STACK, 'pia', 'eve'],
    [CALL, 'nia', 'pia'],
  ])(
    '%s is read by whoever may plan what is in it',
    async (path, reader, other) => {
      const { body } = await files(reader, [path]);
      expect(body.files).toMatchObject([{ path }]);
      const refused = await files(other, [path]);
      expect(codeOf(refused)).toBe('policy-denied');
    },
  );

  it('are read by nobody where nothing says whose they are', async () => {
    const response = await files('pat', ['terraform/dev/other/main.tf']);
    expect(codeOf(response)).toBe('unit-service-unknown');
  });
});

describe('GET /repositories/dependents', () => {
  it('names the units that need one, to whoever may plan that one', async () => {
    const { body } = await dependents('nia', `${DEV}/network`);
    expect(body).toEqual({
      dependents: [
        {
          unit: `${DEV}/orders-db`,
          name: 'network',
          path: `${DEV}/orders-db/terragrunt.hcl`,
          line: 8,
        },
      ],
      unresolved: [],
    });
    const refused = await dependents('pia', `${DEV}/network`);
    expect(refused.body.error.code).toBe('policy-denied');
  });
});

describe('GET /repositories/units', () => {
  const units = (name: string, query: Record<string, string> = {}) =>
    portal.send(
      'get',
      `/repositories/units?${new URLSearchParams({ repoUrl: LIVE, ...query })}`,
      { as: person(name) },
    );
  const paths = (body: { units: { path: string }[] }) =>
    body.units.map(({ path }) => path);

  it('names the units that the person may plan, and of the others how many they are', async () => {
    const { body } = await units('pia');
    expect(body.units).toEqual([
      {
        path: `${DEV}/orders-db`,
        name: 'orders-db',
        environment: 'dev',
        service: 'postgres-database',
        account: '111111111111',
        module: { name: 'postgres-database', version: 'v1.1.0' },
      },
    ]);
    const all = await units('nia');
    expect(paths(all.body)).toContain(`${DEV}/network`);
    expect(paths(all.body)).not.toContain(`${DEV}/orders-db`);
    // Nobody who may plan nothing learns a name.
    const none = await units('eve');
    expect(none.body.units).toEqual([]);
    expect(none.body.hidden).toBeGreaterThan(1);
    expect(none.text).not.toContain('orders-db');
  });

  it('keeps to one environment', async () => {
    const { body } = await units('nia', { environment: 'dev' });
    expect(paths(body)).toEqual([`${DEV}/network`]);
    expect((await units('nia', { environment: 'moon' })).body.units).toEqual(
      [],
    );
  });

  it('refuses a repository that is not configured', async () => {
    const { body } = await units('pia', { repoUrl: MODULES });
    expect(body.error.code).toBe('repository-not-configured');
  });
});

describe('GET /repositories/unit', () => {
  const read = (name: string, path: string) =>
    portal.send(
      'get',
      `/repositories/unit?${new URLSearchParams({ repoUrl: LIVE, path })}`,
      { as: person(name) },
    );

  it('answers what a unit sets: values, references, what is neither', async () => {
    const { body } = await read('pia', `${DEV}/orders-db`);
    expect(body).toMatchObject({
      repoUrl: LIVE,
      baseSha: expect.stringMatching(/^[0-9a-f]{40}$/),
      module: { name: 'postgres-database', version: 'v1.1.0' },
      inputs: { name: 'orders-db', storage_gb: 20 },
      references: [
        { input: 'subnet_ids', dependency: 'network', output: 'subnet_ids' },
      ],
      expressions: ['region'],
      dependencies: [
        {
          name: 'network',
          configPath: '../network',
          path: `${DEV}/network`,
        },
      ],
    });
  });

  it('refuses who may not plan it, and says what is not there', async () => {
    const refused = await read('eve', `${DEV}/orders-db`);
    expect(refused.body.error.code).toBe('policy-denied');
    expect(refused.text).not.toContain('storage_gb');
    const missing = await read('pia', `${DEV}/nothing`);
    expect(missing.status).toBe(404);
    expect(missing.body.error.code).toBe('unit-not-found');
  });
});

describe('GET /modules/:name/versions/:version', () => {
  const inspect = (version: string) =>
    portal.send('get', `/modules/postgres-database/versions/${version}`, {
      as: person('eve'),
    });

  it('says what a module takes and gives, from the tag of the version', async () => {
    const { body } = await inspect('v1.1.0');
    expect(body).toMatchObject({
      name: 'postgres-database',
      version: 'v1.1.0',
      status: 'approved',
      commitSha: expect.stringMatching(/^[0-9a-f]{40}$/),
      requiredInputs: ['name'],
      sensitiveInputs: ['password'],
      outputs: [{ name: 'endpoint', isSensitive: false }],
      schema: { required: ['name'] },
    });
    // What lies below is a module of its own.
    expect(Object.keys(body.schema.properties)).toEqual(['name', 'password']);
  });

  it('tells a blocked version as blocked, and no other', async () => {
    expect((await inspect('v1.0.0')).body).toMatchObject({
      status: 'blocked',
      reason: 'It loses backups',
    });
    expect((await inspect('main')).body.error.code).toBe(
      'module-version-not-listed',
    );
    // In the catalog, but without a tag.
    expect((await inspect('v1.10.0')).body.error.code).toBe(
      'modules-unavailable',
    );
  });
});
