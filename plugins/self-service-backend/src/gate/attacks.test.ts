// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What somebody with an ordinary account has tried against the gate; each attack by name.
/* eslint jest/expect-expect: ["warn", { "assertFunctionNames": ["expect", "refused"] }] -- refused() expects */
import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { type Portal, startPortal } from '../__testUtils__/portal';
import { DEV, LIVE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

let portal: Portal;
let backend: TestBackend;

beforeAll(async () => {
  portal = await startPortal();
  ({ backend } = portal);
});

afterAll(() => portal.stop());

const preview = async (files: Record<string, string>) => {
  const { status, body } = await request(backend.server)
    .post('/api/self-service/requests/preview')
    .set('Authorization', mockCredentials.user.header('user:default/pia'))
    .send({
      kind: 'change',
      payload: {
        repoUrl: LIVE,
        files: Object.entries(files).map(([path, content]) => ({
          path,
          content,
        })),
      },
    });
  return { status, code: body.error?.code, message: body.error?.message };
};

const refused = async (
  files: Record<string, string>,
  code: string,
  words: string,
) => {
  const answer = await preview(files);
  expect(answer).toEqual({
    status: expect.any(Number),
    code,
    message: expect.stringContaining(words),
  });
  expect([400, 403]).toContain(answer.status);
};

const ONE = `${DEV}/x-db/terragrunt.hcl`;
const VALUES = 'deploy/dev/payments-api/values.yaml';

describe('a folder that Terragrunt takes for a file, or that hides', () => {
  it.each([
    'account.hcl',
    'region.hcl',
    'env.hcl',
    'root.hcl',
    'Account.HCL',
    'terragrunt.hcl',
    'terragrunt.stack.hcl',
    'ａccount.hcl',
    'CODEOWNERS',
    'main.tf',
    'x.tf.json',
    'values.yaml',
    '.terragrunt-cache',
    '.terraform',
    '_shared',
  ])('%s is refused as a unit', async name => {
    const path = `${DEV}/${name}/terragrunt.hcl`;
    await refused({ [path]: unit() }, 'folder-not-allowed', `"${name}"`);
  });

  it('is refused further up', async () => {
    await refused(
      { 'live/acme-dev/account.hcl/dev/x/terragrunt.hcl': unit() },
      'folder-not-allowed',
      '"account.hcl"',
    );
  });

  it('is refused where it is in the repository already', async () => {
    await refused(
      { 'live/acme-old/eu-west-1/dev/x-db/terragrunt.hcl': unit() },
      'base-shadowed',
      '"live/acme-old/eu-west-1/dev/account.hcl"',
    );
  });
});

describe('names', () => {
  it.each(['Orders', 'orders_db', '1db', 'a b', 'orders.db', 'x'.repeat(64)])(
    'a new unit is not called %s',
    async name => {
      const path = `${DEV}/${name}/terragrunt.hcl`;
      await refused({ [path]: unit() }, 'folder-not-allowed', `"${name}"`);
    },
  );

  it('look-alike letters are refused', async () => {
    const name = 'оrders-db';
    await refused(
      { [`${DEV}/${name}/terragrunt.hcl`]: unit() },
      'folder-not-allowed',
      `"${name}"`,
    );
  });

  it.each([
    [
      'fullwidth',
      'live/acme-dev/eu-west-1/ｄｅｖ/network/terragrunt.hcl',
      'ｄｅｖ',
    ],
    ['upper case', 'live/acme-dev/eu-west-1/DEV/network/terragrunt.hcl', 'DEV'],
    [
      'alias',
      'live/acme-prod/eu-west-1/production/network/terragrunt.hcl',
      'production',
    ],
    [
      'fullwidth account',
      'live/ａcme-dev/eu-west-1/dev/network/terragrunt.hcl',
      'ａcme-dev',
    ],
  ])(
    'another spelling of an environment does not get round what exists: %s',
    async (_, path, name) => {
      await refused({ [path]: unit() }, 'folder-not-allowed', `"${name}"`);
    },
  );

  it.each([
    ['production/payments-api', 'production'],
    ['DEV/payments-api', 'DEV'],
    ['dev/Payments-API', 'Payments-API'],
  ])('nor does another spelling of deployments: %s', async (folder, name) => {
    await refused(
      { [`deploy/${folder}/values.yaml`]: 'a: 1\n' },
      'folder-not-allowed',
      `"${name}"`,
    );
  });

  it('a unit where the environment is not set up is refused', async () => {
    await refused(
      { 'live/acme-dev/us-east-1/dev/x/terragrunt.hcl': unit() },
      'environment-not-set-up',
      'env.hcl',
    );
  });
});

describe('contents of a unit', () => {
  const dependsOn = (path: string) =>
    unit({ more: `\ndependency "n" {\n  config_path = "${path}"\n}\n` });

  it('a unit without the root, and so without its state, is refused', async () => {
    const text = unit().replace(/include "root" \{[^}]*\}\n/, '');
    await refused({ [ONE]: text }, 'include-refused', '"root.hcl"');
  });

  it('an include under a deep merge is refused', async () => {
    const text = unit().replace(
      '("root.hcl")\n',
      '("root.hcl")\n  merge_strategy = "deep"\n',
    );
    await refused({ [ONE]: text }, 'unit-refused', 'merge_strategy');
  });

  it.each([
    '../../../../acme-prod/account.hcl',
    '../../../../acme-prod/eu-west-1/prod/env.hcl',
  ])('the include %s of another account is refused', async path => {
    const more = `\ninclude "other" {\n  path = "${path}"\n}\n`;
    await refused({ [ONE]: unit({ more }) }, 'include-refused', 'acme-prod');
  });

  it('a dependency that is nowhere is refused', async () => {
    await refused(
      { [ONE]: dependsOn('../nowhere') },
      'dependency-missing',
      'nowhere/terragrunt.hcl',
    );
  });

  it('a dependency on itself is refused', async () => {
    await refused(
      { [ONE]: dependsOn('../x-db') },
      'dependency-missing',
      'itself',
    );
  });

  it('a reference to a dependency that is not declared is refused', async () => {
    const text = unit({ inputs: '  vpc = dependency.ghost.outputs.id\n' });
    await refused({ [ONE]: text }, 'unit-refused', '"ghost"');
  });

  it('takes what units need: shared and own files, existing and new units', async () => {
    const more = [
      'include "common" {\n  path = "${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/postgres.hcl"\n}',
      'include "account" {\n  path = "../../../account.hcl"\n}',
      'dependency "network" {\n  config_path = "../network"\n}',
      'dependency "y" {\n  config_path = "../y-db"\n}',
    ];
    const answer = await preview({
      [ONE]: unit({
        more: `\n${more.join('\n')}\n`,
        inputs: '  vpc = dependency.network.outputs.id\n',
      }),
      [`${DEV}/y-db/terragrunt.hcl`]: unit(),
    });
    expect(answer).toEqual({ status: 200 });
  });
});

describe('texts', () => {
  it.each([
    ['bidirectional override', '\u202e', 'U+202E'],
    ['zero width space', '\u200b', 'U+200B'],
    ['lone carriage return', 'a\rb', 'U+000D'],
    ['tag character', '\u{e0041}', 'U+E0041'],
  ])('a %s is refused in every file', async (_, text, point) => {
    const everywhere: Record<string, string>[] = [
      { [ONE]: `${unit()}# ${text}\n` },
      { [ONE]: unit(), [`${DEV}/x-db/README.md`]: `See ${text}\n` },
      { [VALUES]: `# ${text}\na: 1\n` },
    ];
    for (const files of everywhere) {
      await refused(files, 'file-invisible-character', point);
    }
  });

  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => {
      const before = 'abcdef'[index];
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
    }),
  ].join('\n');

  it.each([
    ['an alias bomb', bomb, 'alias'],
    [
      'a tag that runs code',
      'a: !!python/object/apply:os.system ["id"]',
      'python',
    ],
    ['a tag of its own', 'a: 1\nb: !include secrets.yaml\n', 'line 2'],
    ['a tag of binary data', 'a: !!binary aGk=', 'binary'],
    ['bottomless lists', '['.repeat(50_000), 'line'],
  ])('%s is refused in values', async (_, text, words) => {
    await refused({ [VALUES]: text }, 'deployment-values-invalid', words);
  });

  it('takes an anchor that is used twice, and an emoji', async () => {
    const text = 'a: &a { x: "👩‍🚀" }\nb: *a\nc: *a\n';
    await expect(preview({ [VALUES]: text })).resolves.toEqual({ status: 200 });
  });
});
