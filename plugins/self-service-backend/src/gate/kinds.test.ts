// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of file that an action writes: who may, what is refused, and what somebody tries.
import { parseRepoUrl } from '@fairway/git-host';
import { person, type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, LIVE, MODULES_SOURCE, PROD, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const BLOCKED = 'v1.0.0';
const moduleSource = (name: string, ref = 'v1.1.0') =>
  `${MODULES_SOURCE}//modules/${name}${ref === '' ? '' : `?ref=${ref}`}`;

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal({
    settings: {
      repositories: [
        { repoUrl: LIVE, apply: 'none', yaml: ['deploy/**/*.yaml'] },
      ],
    },
  });
});

afterAll(() => portal.stop());

/** What the gate says: where it is allowed, the targets. */
async function ask(
  files: Record<string, string | undefined>,
  name = 'pia',
  more: object = {},
): Promise<{ code?: string; message?: string; targets?: string[] }> {
  const { body } = await portal.send('post', '/requests/preview', {
    as: person(name),
    body: {
      kind: 'change',
      payload: {
        repoUrl: LIVE,
        onExists: 'replace',
        files: Object.entries(files).map(([path, content]) =>
          content === undefined ? { path, delete: true } : { path, content },
        ),
        ...more,
      },
    },
  });
  if (body.error) return body.error;
  return {
    targets: body.plan.targets.map(
      ({ action, targetRef, path }: Record<string, string>) =>
        `${action} ${targetRef} ${path}`,
    ),
  };
}

/** Puts files onto the main branch, as somebody beside the portal. */
async function push(files: Record<string, string>): Promise<void> {
  const { host, git } = portal.world;
  const repository = parseRepoUrl(LIVE);
  const baseSha = (await host.resolve(repository, 'refs/heads/main'))!;
  const { commitSha } = await host.commit(repository, {
    branch: `pushed-${baseSha}`,
    baseSha,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    message: 'More',
    trailers: [],
    author: { name: 'Platform', email: 'platform@acme.example' },
  });
  await git('update-ref', 'refs/heads/main', commitSha, baseSha);
}

describe('units whose source is computed', () => {
  const path = `${DEV}/x-db/terragrunt.hcl`;
  const withSource = (source: string, more = '') =>
    unit({ more }).replace(/source = .*/, `source = ${source}`);

  beforeAll(() =>
    push({
      'root.hcl': `locals {\n  base = "${MODULES_SOURCE}"\n  other = "git::https://evil.example/m.git"\n  computed = get_env("BASE")\n}\n`,
      '_envcommon/versions.hcl': 'locals {\n  database = "v1.1.0"\n}\n',
      [`${DEV}/versions.hcl`]: 'locals {\n  database = "v1.1.0"\n}\n',
    }),
  );

  const root = (source: string) =>
    withSource(source).replace(
      'find_in_parent_folders("root.hcl")\n',
      'find_in_parent_folders("root.hcl")\n  expose = true\n',
    );

  it.each<[string, string]>([
    [
      'a local',
      withSource(
        'local.source',
        `\nlocals {\n  source = "${moduleSource('postgres-database')}"\n}\n`,
      ),
    ],
    [
      'a version of a local',
      withSource(
        `"${moduleSource('postgres-database', '${local.v}')}"`,
        '\nlocals {\n  v = "v1.1.0"\n}\n',
      ),
    ],
    [
      'a base of an included file',
      root(
        '"${include.root.locals.base}//modules/postgres-database?ref=v1.1.0"',
      ),
    ],
  ])('pass by %s, where it comes out vetted', async (_, content) => {
    expect(await ask({ [path]: content })).toEqual({
      targets: [
        `service.deploy dev/postgres-database?account=111111111111 ${DEV}/x-db`,
      ],
    });
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a blocked version of a local',
      withSource(
        `"${moduleSource('postgres-database', '${local.v}')}"`,
        `\nlocals {\n  v = "${BLOCKED}"\n}\n`,
      ),
      'module-version-blocked',
      /It loses backups/,
    ],
    [
      'a repository that is not vetted, through a local',
      withSource(
        'local.s',
        '\nlocals {\n  s = "git::https://evil.example/m.git//x?ref=v1.1.0"\n}\n',
      ),
      'module-outside-repository',
      /evil/,
    ],
    [
      'a base of an included file that is not vetted',
      root(
        '"${include.root.locals.other}//modules/postgres-database?ref=v1.1.0"',
      ),
      'module-outside-repository',
      /evil/,
    ],
    [
      'a base that is run',
      root(
        '"${include.root.locals.computed}//modules/postgres-database?ref=v1.1.0"',
      ),
      'source-not-derived',
      /not known before it is run/,
    ],
    [
      'a function',
      withSource('"${get_env("X")}//modules/x?ref=v1.1.0"'),
      'source-not-derived',
      /get_env/,
    ],
    [
      'no version',
      withSource(
        'local.s',
        `\nlocals {\n  s = "${moduleSource('postgres-database', '')}"\n}\n`,
      ),
      'source-not-derived',
      /no version/,
    ],
    [
      'a file that is not protected',
      withSource(
        `"${moduleSource('postgres-database', '${local.v.locals.database}')}"`,
        '\nlocals {\n  v = read_terragrunt_config(find_in_parent_folders("versions.hcl"))\n}\n',
      ),
      'source-not-derived',
      /run/,
    ],
    [
      'code in another local',
      withSource(
        'local.s',
        `\nlocals {\n  s = "${moduleSource(
          'postgres-database',
        )}"\n  x = run_cmd("id")\n}\n`,
      ),
      'unit-refused',
      /run_cmd/,
    ],
    [
      'a local that is there twice',
      withSource(
        'local.s',
        `\nlocals {\n  s = "${moduleSource(
          'postgres-database',
        )}"\n  s = "${moduleSource('network')}"\n}\n`,
      ),
      'unit-refused',
      /twice/,
    ],
    [
      'a version that moves',
      withSource(
        'local.s',
        `\nlocals {\n  s = "${moduleSource('postgres-database', 'main')}"\n}\n`,
      ),
      'module-version-not-a-tag',
      /a branch/,
    ],
  ])('are refused for %s', async (_, content, code, words) => {
    expect(await ask({ [path]: content })).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it("belong to their module's team, however the source is written", async () => {
    const content = withSource(
      'local.s',
      `\nlocals {\n  s = "${moduleSource('network')}"\n}\n`,
    );
    expect((await ask({ [path]: content })).code).toBe('policy-denied');
    expect((await ask({ [path]: content }, 'nia')).targets).toHaveLength(1);
  });

  it('are upgraded and removed as others are', async () => {
    const at = (version: string) =>
      withSource(
        'local.s',
        `\nlocals {\n  s = "${moduleSource(
          'postgres-database',
          version,
        )}"\n}\n`,
      );
    const old = `${DEV}/old-db/terragrunt.hcl`;
    await push({ [old]: at(BLOCKED) });
    expect((await ask({ [old]: at('v1.1.0') })).targets).toHaveLength(1);
    expect((await ask({ [old]: undefined })).targets).toEqual([
      `service.destroy dev/postgres-database?account=111111111111 ${DEV}/old-db`,
    ]);
    expect((await ask({ [old]: undefined }, 'eve')).code).toBe('policy-denied');
  });
});

describe('stacks', () => {
  const path = `${DEV}/terragrunt.stack.hcl`;
  const GIT = `${MODULES_SOURCE}//units/postgres?ref=v1.1.0`;
  const block = (
    name: string,
    {
      source = `"${GIT}"`,
      at = name,
      version = 'v1.1.0',
      more = '',
    }: { source?: string; at?: string; version?: string; more?: string } = {},
  ) =>
    `unit "${name}" {\n  source = ${source}\n  path   = "${at}"\n${more}\n  values = {\n    name    = "orders"\n    version = "${version}"\n  }\n}\n`;
  const NETWORK =
    'unit "net" {\n  source = "../../../../_envcommon/units/network"\n  path   = "net"\n\n  values = {\n    version = "v1.1.0"\n  }\n}\n';

  beforeAll(() =>
    push({
      '_envcommon/units/network/terragrunt.hcl': `terraform {\n  source = "${moduleSource(
        'network',
        '${values.version}',
      )}"\n}\n`,
      'units/open/terragrunt.hcl': `terraform {\n  source = "${moduleSource(
        'postgres-database',
      )}"\n}\n`,
    }),
  );

  it('have a target for each unit, by its template, its values and its folder', async () => {
    expect(await ask({ [path]: block('orders-db') })).toEqual({
      targets: [
        `service.deploy dev/postgres-database?account=111111111111 ${DEV}/orders-db`,
      ],
    });
    expect(await ask({ [path]: NETWORK }, 'nia')).toEqual({
      targets: [
        `service.deploy dev/networking?account=111111111111 ${DEV}/net`,
      ],
    });
  });

  it('are decided unit by unit', async () => {
    const both = `${block('orders-db')}\n${NETWORK}`;
    expect((await ask({ [path]: both })).code).toBe('policy-denied');
    await push({ [path]: NETWORK });
    expect((await ask({ [path]: both })).targets).toEqual([
      `service.deploy dev/postgres-database?account=111111111111 ${DEV}/orders-db`,
    ]);
    // A comment is everybody's whose units are in the stack.
    expect((await ask({ [path]: `# ours\n${NETWORK}` })).code).toBe(
      'policy-denied',
    );
    // Who takes a unit out destroys it.
    expect((await ask({ [path]: block('orders-db') })).code).toBe(
      'policy-denied',
    );
    expect((await ask({ [path]: undefined }, 'nia')).targets).toEqual([
      `service.destroy dev/networking?account=111111111111 ${DEV}/net`,
    ]);
  });

  it('are upgraded, and a blocked version is left', async () => {
    const file = `${DEV}/shop/terragrunt.stack.hcl`;
    const old = block('db', {
      version: BLOCKED,
      source: `"${GIT.replace('v1.1.0', BLOCKED)}"`,
    });
    await push({ [file]: old });
    expect((await ask({ [file]: block('db') })).targets).toEqual([
      `service.deploy dev/postgres-database?account=111111111111 ${DEV}/shop/db`,
    ]);
    expect(
      (await ask({ [file]: `${old}\n${block('more')}` })).targets,
    ).toHaveLength(1);
    expect((await ask({ [file]: old.replace('orders', 'stock') })).code).toBe(
      'module-version-blocked',
    );
  });

  it('of production need what production needs', async () => {
    const file = `${PROD}/terragrunt.stack.hcl`;
    expect((await ask({ [file]: block('db') }, 'dan')).message).toMatch(
      /change ticket/,
    );
    expect(
      (
        await ask({ [file]: block('db') }, 'dan', {
          request: { changeTicket: 'CHG-1' },
        })
      ).targets,
    ).toHaveLength(1);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a blocked template',
      block('a', { source: `"${GIT.replace('v1.1.0', BLOCKED)}"` }),
      'module-version-blocked',
      /no tags/,
    ],
    [
      'a blocked version in the values',
      block('a', { version: BLOCKED }),
      'module-version-blocked',
      /backups/,
    ],
    [
      'a version in the values that moves',
      block('a', { version: 'main' }),
      'module-version-not-a-tag',
      /main/,
    ],
    [
      'no version',
      block('a', { source: `"${GIT.split('?')[0]}"` }),
      'stack-unit-refused',
      /ref=/,
    ],
    [
      'another repository',
      block('a', {
        source: '"git::https://evil.example/u.git//units/postgres?ref=v1.1.0"',
      }),
      'module-outside-repository',
      /evil/,
    ],
    [
      'another repository through a local',
      `locals {\n  s = "git::https://evil.example/u.git//x?ref=v1.1.0"\n}\n${block(
        'a',
        { source: 'local.s' },
      )}`,
      'module-outside-repository',
      /evil/,
    ],
    [
      'a second unit that is not vetted',
      `${block('a')}\n${block('b', {
        source: '"git::https://evil.example/u.git//x?ref=v1.1.0"',
      })}`,
      'module-outside-repository',
      /evil/,
    ],
    [
      'a module that is no template',
      block('a', { source: `"${moduleSource('postgres-database')}"` }),
      'stack-unit-refused',
      /no template/,
    ],
    [
      "a template of another service's module",
      block('a', {
        source: `"${MODULES_SOURCE}//units/mislabelled?ref=v1.1.0"`,
      }),
      'stack-unit-refused',
      /networking/,
    ],
    [
      'a template that anybody may change',
      block('a', { source: '"../../../../../units/open"' }),
      'stack-unit-refused',
      /no protected file/,
    ],
    [
      'a template that is not there',
      block('a', { source: '"../nowhere"' }),
      'stack-unit-refused',
      /not there/,
    ],
    [
      'a path out of the stack',
      block('a', { at: '../../prod/a' }),
      'stack-unit-refused',
      /no plain folder/,
    ],
    [
      'a path that is computed',
      block('a').replace('"a"\n\n', 'local.x\n\n'),
      'stack-unit-refused',
      /expression/,
    ],
    [
      'a path that two units have',
      `${block('a')}\n${block('b', { at: 'a' })}`,
      'stack-unit-refused',
      /already/,
    ],
    [
      'a name that two units have',
      `${block('a')}\n${block('a', { at: 'b' })}`,
      'code-refused',
      /no other unit/,
    ],
    [
      'a call in the values',
      block('a').replace('"orders"', 'run_cmd("id")'),
      'code-refused',
      /value itself/,
    ],
    [
      'a call in a local',
      `locals {\n  x = run_cmd("id")\n}\n${block('a')}`,
      'code-refused',
      /value itself/,
    ],
    [
      'a nested stack',
      `${block('a')}\nstack "s" {\n  source = "../s"\n  path   = "s"\n}\n`,
      'code-refused',
      /"stack"/,
    ],
    [
      'an attribute of its own',
      block('a', { more: '  no_validation = true\n' }),
      'code-refused',
      /no_validation/,
    ],
    ['what does not parse', 'unit "a" {\n', 'code-refused', /not valid HCL/],
    ['no unit', '# empty\n', 'path-without-target', /without units/],
  ])('are refused for %s', async (_, content, code, words) => {
    const file = `${DEV}/fresh/terragrunt.stack.hcl`;
    expect(await ask({ [file]: content })).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it('never give a unit another state', async () => {
    const file = `${DEV}/kept/terragrunt.stack.hcl`;
    await push({ [file]: block('db') });
    expect(
      (await ask({ [file]: block('db', { at: 'other' }) })).message,
    ).toMatch(/key of its state/);
  });

  it('are refused at the path of a unit that another file makes', async () => {
    const own = `${DEV}/plain-db/terragrunt.hcl`;
    const stack = `${DEV}/terragrunt.stack.hcl`;
    const inner = `${DEV}/both/terragrunt.stack.hcl`;
    const made = (other: string) => ({
      code: 'unit-path-taken',
      message: expect.stringContaining(
        `"${other}" makes one at that path, and a path is the key`,
      ),
    });
    // In one change.
    const plain = { [own]: unit() };
    const beside = { [stack]: `${block('plain-db')}\n${NETWORK}` };
    expect((await ask({ ...plain, ...beside })).code).toBe('unit-path-taken');
    const far = `${block('db', { at: 'both/db' })}\n${NETWORK}`;
    expect((await ask({ [stack]: far, [inner]: block('db') })).code).toBe(
      'unit-path-taken',
    );
    // Beside what is there, in either order, and while it is taken away.
    await push({ ...plain, [inner]: block('db'), [stack]: NETWORK });
    expect(await ask(beside)).toMatchObject(made(own));
    expect(await ask({ ...beside, [own]: undefined })).toMatchObject(made(own));
    expect(await ask({ [stack]: far })).toMatchObject(made(inner));
    expect(await ask({ [`${DEV}/net/terragrunt.hcl`]: unit() })).toMatchObject(
      made(stack),
    );
    // What is there goes on as it was.
    const changed = unit({ inputs: '  name = "other"\n' });
    expect((await ask({ [own]: changed })).targets).toHaveLength(1);
  });

  it('are refused where the policy has no place for the unit', async () => {
    expect(
      (await ask({ 'elsewhere/terragrunt.stack.hcl': block('a') })).code,
    ).toBe('ownership-path-without-layout');
  });
});

describe('plain Terraform', () => {
  const FOLDER = 'terraform/dev/orders';
  const path = `${FOLDER}/db.tf`;
  const call = (
    name: string,
    { source = moduleSource('postgres-database'), more = '' } = {},
  ) =>
    `module "${name}" {\n  source = "${source}"\n\n  name = "orders"\n${more}}\n`;
  const NETWORK = call('net', { source: moduleSource('network') });
  const RESOURCE = 'resource "aws_s3_bucket" "b" {\n  bucket = "x"\n}\n';

  it('has a target for each call of a module', async () => {
    expect(
      await ask({ [path]: call('db'), [`${FOLDER}/README.md`]: '# Orders\n' }),
    ).toEqual({
      targets: [`service.deploy dev/postgres-database ${FOLDER}/db`],
    });
    expect((await ask({ [path]: `${call('db')}\n${NETWORK}` })).code).toBe(
      'policy-denied',
    );
    expect((await ask({ [path]: NETWORK }, 'nia')).targets).toEqual([
      `service.deploy dev/networking ${FOLDER}/net`,
    ]);
  });

  it('takes references and providers', async () => {
    const more =
      '  vpc = module.net.id\n  providers = {\n    aws = aws.eu\n  }\n  depends_on = [module.net]\n';
    expect((await ask({ [path]: call('db', { more }) })).targets).toHaveLength(
      1,
    );
  });

  it('leaves what others have written as it is', async () => {
    const file = 'terraform/dev/shared/main.tf';
    await push({ [file]: `${RESOURCE}\n${NETWORK}` });
    expect(
      (await ask({ [file]: `${RESOURCE}\n${NETWORK}\n${call('db')}` })).targets,
    ).toEqual(['service.deploy dev/postgres-database terraform/dev/shared/db']);
    expect((await ask({ [file]: `${RESOURCE}\n${call('db')}` })).code).toBe(
      'policy-denied',
    );
    expect(
      (
        await ask(
          { [file]: `${RESOURCE.replace('"x"', '"y"')}\n${NETWORK}` },
          'nia',
        )
      ).code,
    ).toBe('code-refused');
    expect((await ask({ [file]: NETWORK }, 'nia')).message).toMatch(
      /would go away/,
    );
    expect((await ask({ [file]: undefined }, 'nia')).message).toMatch(
      /would go away/,
    );
    expect((await ask({ [file]: RESOURCE }, 'nia')).targets).toEqual([
      'service.destroy dev/networking terraform/dev/shared/net',
    ]);
  });

  it('is upgraded, moved and removed as what it is', async () => {
    const file = 'terraform/dev/moved/net.tf';
    await push({ [file]: NETWORK.replace('v1.1.0', 'v0.9.0') });
    const moved = {
      [file]: undefined,
      'terraform/dev/moved/other.tf': NETWORK,
    };
    expect((await ask(moved)).code).toBe('policy-denied');
    expect((await ask(moved, 'nia')).targets).toEqual([
      'service.deploy dev/networking terraform/dev/moved/net',
    ]);
    // Under another name it is another thing.
    const renamed = { [file]: call('net') };
    expect((await ask(renamed)).code).toBe('policy-denied');
    expect((await ask({ [file]: undefined }, 'nia')).targets).toEqual([
      'service.destroy dev/networking terraform/dev/moved/net',
    ]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a blocked version',
      call('a', { source: moduleSource('postgres-database', BLOCKED) }),
      'module-version-blocked',
      /backups/,
    ],
    [
      'no version',
      call('a', { source: moduleSource('postgres-database', '') }),
      'module-version-missing',
      /ref=/,
    ],
    [
      'a branch',
      call('a', { source: moduleSource('postgres-database', 'main') }),
      'module-version-not-a-tag',
      /main/,
    ],
    [
      'a registry',
      call('a', { source: 'acme/network/aws' }),
      'module-source-invalid',
      /acme/,
    ],
    ['a path', call('a', { source: '../x' }), 'module-source-invalid', /path/],
    [
      'another repository',
      call('a', { source: 'git::https://evil.example/m.git//x?ref=v1.1.0' }),
      'module-outside-repository',
      /evil/,
    ],
    [
      'a second module that is not vetted',
      `${call('a')}\n${call('b', {
        source: 'git::https://evil.example/m.git//x?ref=v1.1.0',
      })}`,
      'module-outside-repository',
      /evil/,
    ],
    [
      'a source through a local',
      `module "a" {\n  source = local.s\n}\n`,
      'code-refused',
      /no plain text/,
    ],
    [
      'a source in a template',
      call('a', { source: '${var.s}' }),
      'code-refused',
      /no plain text/,
    ],
    [
      'two sources',
      call('a', { more: `  source = "${moduleSource('network')}"\n` }),
      'code-refused',
      /twice/,
    ],
    [
      'a name that is there twice',
      `${call('a')}\n${call('a')}`,
      'code-refused',
      /already/,
    ],
    [
      'a provisioner',
      `${call(
        'a',
      )}\nresource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "id"\n  }\n}\n`,
      'code-refused',
      /runs programs/,
    ],
    [
      'external data',
      `${call('a')}\ndata "external" "x" {\n  program = ["id"]\n}\n`,
      'code-refused',
      /runs programs/,
    ],
    [
      'a provider',
      `${call('a')}\nprovider "aws" {\n  region = "eu-west-1"\n}\n`,
      'code-refused',
      /"provider"/,
    ],
    [
      'a provisioner in the call',
      call('a', {
        more: '  provisioner "local-exec" {\n    command = "id"\n  }\n',
      }),
      'code-refused',
      /runs programs/,
    ],
    [
      'a file that is read',
      call('a', { more: '  a = file("/etc/passwd")\n' }),
      'code-refused',
      /references/,
    ],
    [
      'a call within a text',
      call('a', { more: '  a = "x${file("/etc/passwd")}"\n' }),
      'code-refused',
      /references/,
    ],
    [
      'an attribute in no block',
      `a = 1\n${call('a')}`,
      'code-refused',
      /no block/,
    ],
    ['what does not parse', 'module "a" {\n', 'code-refused', /not valid HCL/],
    ['no call', '# nothing\n', 'path-without-target', /no call of a module/],
  ])('is refused for %s', async (_, content, code, words) => {
    expect(await ask({ [path]: content })).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it('is not written to a file in which something is run already', async () => {
    const file = 'terraform/dev/runs/main.tf';
    const runs = 'data "external" "x" {\n  program = ["id"]\n}\n';
    await push({ [file]: runs });
    expect((await ask({ [file]: `${runs}\n${call('a')}` })).message).toMatch(
      /runs programs/,
    );
  });

  it.each([
    'a.tf.json',
    'terraform.tfvars',
    'override.tf',
    'x_override.tf',
    '.terraform.lock.hcl',
  ])('has no %s beside it', async name => {
    const files = { [path]: call('a'), [`${FOLDER}/${name}`]: '{}\n' };
    expect((await ask(files)).code).toBe('terraform-file-not-allowed');
  });

  it("never comes into a unit's folder", async () => {
    for (const files of [
      { [`${DEV}/network/x.tf`]: call('a') },
      {
        [`${DEV}/y-db/x.tf`]: call('a'),
        [`${DEV}/y-db/terragrunt.hcl`]: unit(),
      },
    ]) {
      expect((await ask(files)).code).toBe('unit-file-not-allowed');
    }
  });

  it("is asked of the folder's owner too, where the path names a service", async () => {
    const file = 'deploy/dev/payments-api/db.tf';
    expect((await ask({ [file]: call('db') })).targets).toEqual([
      'service.deploy dev/payments-api deploy/dev/payments-api',
      'service.deploy dev/postgres-database deploy/dev/payments-api/db',
    ]);
    expect((await ask({ [file]: call('db') }, 'dan')).code).toBe(
      'policy-denied',
    );
  });
});

describe('links in the repository', () => {
  const TEMPLATE = '_envcommon/units/linked/terragrunt.hcl';

  beforeAll(async () => {
    const { git } = portal.world;
    const blob = (await git('rev-parse', 'main:root.hcl')).trim();
    await git('read-tree', 'main');
    for (const path of [TEMPLATE, `${DEV}/linked`, 'terraform/dev/linked']) {
      await git(
        ...['update-index', '--add', '--cacheinfo', `120000,${blob},${path}`],
      );
    }
    const tree = (await git('write-tree')).trim();
    const author = ['-c', 'user.name=P', '-c', 'user.email=p@acme.example'];
    const commit = await git(
      ...[...author, 'commit-tree', '-p', 'main', '-m', 'Links', tree],
    );
    await git('update-ref', 'refs/heads/main', commit.trim());
  });

  it('are no templates', async () => {
    const file = `${DEV}/more/terragrunt.stack.hcl`;
    const content =
      'unit "a" {\n  source = "../../../../../_envcommon/units/linked"\n  path   = "a"\n}\n';
    expect((await ask({ [file]: content })).message).toMatch(/is not there/);
  });

  it.each([
    [`${DEV}/linked/terragrunt.hcl`, unit()],
    [
      'terraform/dev/linked/a.tf',
      `module "a" {\n  source = "${moduleSource('postgres-database')}"\n}\n`,
    ],
  ])('are not written through: %s', async (path, content) => {
    expect((await ask({ [path]: content })).message).toMatch(/symbolic link/);
  });
});

describe('YAML where the configuration allows it', () => {
  const path = 'deploy/dev/payments-api/k8s/deployment.yaml';

  it("is the service's that the path names", async () => {
    const text = 'kind: Deployment\n---\nkind: Service\n';
    expect((await ask({ [path]: text })).targets).toEqual([
      'service.deploy dev/payments-api deploy/dev/payments-api',
    ]);
    expect((await ask({ [path]: text }, 'dan')).code).toBe('policy-denied');
    expect(
      (await ask({ [path.replace('dev', 'prod')]: text })).message,
    ).toMatch(/change ticket/);
  });

  it('is removed by who may destroy', async () => {
    await push({ [path]: 'kind: Deployment\n' });
    expect((await ask({ [path]: undefined })).targets).toEqual([
      'service.destroy dev/payments-api deploy/dev/payments-api',
    ]);
    expect((await ask({ [path]: undefined }, 'eve')).code).toBe(
      'policy-denied',
    );
  });

  it.each<[string, string, string, string]>([
    [
      'another ending',
      'deploy/dev/payments-api/run.sh',
      '#!/bin/sh\n',
      'deployment-file-not-allowed',
    ],
    [
      'a tag in the second document',
      path,
      'a: 1\n---\nb: !!python/object:x {}\n',
      'deployment-values-invalid',
    ],
    [
      'a service that nobody has',
      'deploy/dev/ghost/a.yaml',
      'a: 1\n',
      'policy-denied',
    ],
    [
      'a place that the layout does not have',
      'deploy/a.yaml',
      'a: 1\n',
      'ownership-path-without-layout',
    ],
    [
      'two documents of values',
      'deploy/dev/payments-api/values.yaml',
      'a: 1\n---\nb: 1\n',
      'deployment-values-invalid',
    ],
  ])('is refused for %s', async (_, file, content, code) => {
    expect((await ask({ [file]: content })).code).toBe(code);
  });
});
