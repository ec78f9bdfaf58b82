// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Plain Terraform, decided call by call: who may, what is refused, and what somebody tries.
import { BLOCKED, moduleSource, useGate } from '../__testUtils__/useGate';
import { DEV, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const { ask, push } = useGate();

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
