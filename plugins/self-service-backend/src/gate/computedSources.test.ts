// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Units whose source is not plain text: followed to its text where that can be told, and refused where it cannot.
import { BLOCKED, moduleSource, useGate } from '../__testUtils__/useGate';
import { DEV, MODULES_SOURCE, unit } from '../__testUtils__/world';

jest.setTimeout(60_000);

const { ask, push } = useGate();

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
