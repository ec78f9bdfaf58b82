// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceVersion } from './replaceVersion';
import { resolveVersions } from './resolveVersions';
import { ResolvedSource } from './types';

const LIVE = path.join(__dirname, '../../../../examples/infrastructure-live');
const EXAMPLES = readdirSync(LIVE, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.hcl'))
  .map(name => ({
    path: name,
    content: readFileSync(path.join(LIVE, name), 'utf8'),
  }));

const REPOSITORY = 'git::https://github.com/acme/infrastructure-modules.git';
const BASE = 'git::https://example.com/m.git//modules/x';

const FILES = {
  'root.hcl': `locals {\n  base = "${BASE}"\n  versions = { x = "v3" }\n}\n`,
};

const resolve = (name: string, content: string, more = {}) =>
  resolveVersions({
    path: name,
    files: Object.entries({ ...FILES, ...more, [name]: content }).map(
      ([at, text]) => ({ path: at, content: text as string }),
    ),
  });

const placed = (content: string, { place }: ResolvedSource) =>
  place && content.slice(place.start, place.end);

describe('resolveVersions', () => {
  it('resolves the examples: literal, and behind a base in an included file', async () => {
    const dev = 'live/acme-dev/eu-west-1/dev';
    expect(
      await resolveVersions({
        path: `${dev}/orders-db/terragrunt.hcl`,
        files: EXAMPLES,
      }),
    ).toEqual([
      {
        of: 'module',
        at: ['terraform', 'source'],
        kind: 'git',
        source: `${REPOSITORY}//modules/postgres-database`,
        version: 'v1.0.0',
        form: 'literal',
        place: expect.objectContaining({
          path: `${dev}/orders-db/terragrunt.hcl`,
          line: 8,
          text: 'v1.0.0',
        }),
      },
    ]);
    expect(
      await resolveVersions({
        path: `${dev}/network/terragrunt.hcl`,
        files: EXAMPLES,
      }),
    ).toMatchObject([
      {
        source: `${REPOSITORY}//modules/network`,
        version: 'v1.1.0',
        form: 'interpolated-base',
        place: { path: `${dev}/network/terragrunt.hcl`, line: 11 },
      },
    ]);
  });

  it.each<[string, Partial<ResolvedSource>, string]>([
    [
      `locals {\n  v = "v1"\n}\nterraform {\n  source = "${BASE}?ref=\${local.v}"\n}\n`,
      { source: BASE, version: 'v1', form: 'local' },
      'v1',
    ],
    [
      `locals {\n  src = "${BASE}?ref=v1"\n}\nterraform {\n  source = local.src\n}\n`,
      { source: BASE, version: 'v1', form: 'local' },
      'v1',
    ],
    [
      `include "r" {\n  path = find_in_parent_folders("root.hcl")\n}\nterraform {\n  source = "\${include.r.locals.base}?ref=v1&depth=1"\n}\n`,
      { source: `${BASE}?depth=1`, version: 'v1', form: 'interpolated-base' },
      'v1',
    ],
    [
      `terraform {\n  source = "\${get_env("BASE")}//x?ref=v1"\n}\n`,
      {
        version: 'v1',
        form: 'interpolated-base',
        reason: '${get_env("BASE")} is not known before it is run',
      },
      'v1',
    ],
    [
      'terraform {\n  source = "tfr://registry.example.com/acme/x/aws//sub?version=1.2.3"\n}\n',
      {
        kind: 'registry',
        source: 'tfr://registry.example.com/acme/x/aws//sub',
        version: '1.2.3',
        form: 'literal',
      },
      '1.2.3',
    ],
    [
      `locals {\n  v = 2\n}\nterraform {\n  source = "${BASE}?ref=v\${local.v}.0"\n}\n`,
      { version: 'v2.0', form: 'interpolated-base' },
      '',
    ],
  ])('resolves %j', async (content, expected, text) => {
    const [found, ...more] = await resolve('a/terragrunt.hcl', content);
    expect(more).toEqual([]);
    expect(found).toMatchObject(expected);
    expect(placed(content, found) ?? '').toBe(text);
  });

  it('finds a version in a file that is read or included', async () => {
    const [found] = await resolve(
      'a/terragrunt.hcl',
      `locals {\n  root = read_terragrunt_config(find_in_parent_folders("root.hcl"))\n}\nterraform {\n  source = "${BASE}?ref=\${local.root.locals.versions.x}"\n}\n`,
    );
    expect(found).toMatchObject({
      version: 'v3',
      form: 'include',
      place: { path: 'root.hcl', line: 3 },
    });
    expect(placed(FILES['root.hcl'], found)).toBe('v3');
  });

  it.each([
    'terraform {\n  source = "../modules/x"\n}\n',
    'terraform {\n  source = "${get_repo_root()}/modules/x"\n}\n',
  ])('knows a local module: %j', async content => {
    const [found] = await resolve('a/terragrunt.hcl', content);
    expect(found).toMatchObject({ kind: 'local', form: 'none' });
    expect(found.source).toMatch(/modules\/x$/);
  });

  it('says why a version is not known', async () => {
    expect(
      await resolve(
        'a/terragrunt.hcl',
        `terraform {\n  source = "${BASE}?ref=\${values.version}"\n}\n`,
      ),
    ).toEqual([
      {
        of: 'module',
        at: ['terraform', 'source'],
        kind: 'git',
        form: 'none',
        reason: '${values.version} is not known before it is run',
      },
    ]);
    expect(
      await resolve(
        'a/terragrunt.hcl',
        'terraform {\n  source = get_env("X")\n}\n',
      ),
    ).toMatchObject([
      { kind: 'unknown', reason: 'get_env("X") is not known before it is run' },
    ]);
  });

  it('follows a stack through a template that is elsewhere', async () => {
    const stack = `unit "app" {\n  source = "git::https://example.com/u.git//app?ref=v9"\n  path   = "app"\n  values = { version = "v2" }\n}\n`;
    const [template, module] = await resolveVersions({
      path: 'live/terragrunt.stack.hcl',
      files: [{ path: 'live/terragrunt.stack.hcl', content: stack }],
      templates: {
        app: `terraform {\n  source = "${BASE}?ref=\${values.version}"\n}\n`,
      },
    });
    expect(template).toMatchObject({ of: 'unit-template', version: 'v9' });
    expect(module).toMatchObject({ of: 'module', source: BASE, version: 'v2' });
    expect(placed(stack, module)).toBe('v2');
  });

  it('follows a stack: template, and module with the values', async () => {
    const stack = `locals {\n  v = "v1.0.0"\n}\nunit "db" {\n  source = "../units/db"\n  path   = "db"\n  values = {\n    version = local.v\n  }\n}\nunit "app" {\n  source = "git::https://example.com/u.git//app?ref=v9"\n  path   = "app"\n  values = { version = "v2" }\n}\nstack "x" {\n  source = "git::https://example.com/u.git//x?ref=v8"\n  path = "x"\n}\n`;
    const found = await resolve('live/terragrunt.stack.hcl', stack, {
      'units/db/terragrunt.hcl': `terraform {\n  source = "${BASE}?ref=\${values.version}"\n}\n`,
    });
    expect(found).toMatchObject([
      { of: 'unit-template', at: ['unit', 'db', 'source'], kind: 'local' },
      {
        of: 'module',
        at: ['unit', 'db'],
        source: BASE,
        version: 'v1.0.0',
        form: 'values',
        place: { path: 'live/terragrunt.stack.hcl', line: 2 },
      },
      { of: 'unit-template', at: ['unit', 'app', 'source'], version: 'v9' },
      {
        of: 'module',
        at: ['unit', 'app', 'values', 'version'],
        version: 'v2',
        form: 'values',
      },
      { of: 'stack-template', at: ['stack', 'x', 'source'], version: 'v8' },
    ]);
    expect(placed(stack, found[3])).toBe('v2');
  });

  it('reads module calls', async () => {
    const content =
      'terraform {\n  required_version = "1"\n}\nmodule "a" {\n  source  = "acme/x/aws"\n  version = "1.2.3"\n}\nmodule "b" {\n  source = "github.com/acme/x?ref=v2"\n}\n';
    const found = await resolve('main.tf', content);
    expect(found).toMatchObject([
      {
        at: ['module', 'a', 'version'],
        kind: 'registry',
        source: 'acme/x/aws',
        version: '1.2.3',
        form: 'attribute',
      },
      { kind: 'git', source: 'github.com/acme/x', version: 'v2' },
    ]);
    expect(placed(content, found[0])).toBe('1.2.3');
  });

  it('refuses a file that is not there, or does not parse', async () => {
    await expect(
      resolveVersions({ path: 'x.hcl', files: [] }),
    ).rejects.toMatchObject({ code: 'version-file-missing' });
    await expect(resolve('x.hcl', 'a = )')).rejects.toMatchObject({
      code: 'hcl-syntax',
    });
  });
});

describe('replaceVersion', () => {
  const content = `terraform {\n  source = "${BASE}?ref=v1" # why\n}\n`;

  it('replaces only the version', async () => {
    const [{ place }] = await resolve('terragrunt.hcl', content);
    expect(
      await replaceVersion(content, { place: place!, version: 'v1.1.0' }),
    ).toBe(content.replace('ref=v1', 'ref=v1.1.0'));
  });

  it('refuses a text that has changed, and what is no version', async () => {
    const [resolved] = await resolve('terragrunt.hcl', content);
    const place = resolved.place!;
    await expect(
      replaceVersion(`\n${content}`, { place, version: 'v2' }),
    ).rejects.toMatchObject({ code: 'version-moved' });
    for (const version of ['', 'v1" }', '${x}', 'v1\n', '-x']) {
      await expect(
        replaceVersion(content, { place, version }),
      ).rejects.toMatchObject({ code: 'version-invalid' });
    }
  });
});
