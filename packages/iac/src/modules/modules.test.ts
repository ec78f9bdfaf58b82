// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ModuleCatalog, parseModuleCatalog } from './catalog';
import { findModule } from './findModule';
import { formatModuleSource, parseModuleSource } from './source';

const REPOSITORY =
  'git::https://git.example.com/acme/infrastructure-modules.git';

const CATALOG = `apiVersion: fairway.dev/v1
kind: ModuleCatalog
modules:
  network:
    title: Network
    description: A private network with subnets
    path: modules/network
    service: networking
    versions:
      v1.1.0: approved
      v1.0.0: { status: blocked, reason: Subnets overlap }
  postgres-database:
    title: PostgreSQL database
    description: A database
    path: modules/postgres-database
    service: payments-api
    versions:
      v1.0.0: { status: approved }
`;

describe('parseModuleCatalog', () => {
  it('reads modules and versions in the order of the file', () => {
    const { modules, problems } = parseModuleCatalog(CATALOG);
    expect(problems).toEqual([]);
    expect(modules.map(({ name }) => name)).toEqual([
      'network',
      'postgres-database',
    ]);
    expect(modules[0]).toEqual({
      name: 'network',
      title: 'Network',
      description: 'A private network with subnets',
      path: 'modules/network',
      service: 'networking',
      versions: [
        { version: 'v1.1.0', status: 'approved' },
        { version: 'v1.0.0', status: 'blocked', reason: 'Subnets overlap' },
      ],
      forcedInputs: {},
      hiddenInputs: [],
    });
  });

  it('reads forced and hidden inputs', () => {
    const text = CATALOG.replace(
      '    service: networking\n',
      '$&    inputs: { forced: { encrypted: true, tags: { a: [1] } }, hidden: [kms_key] }\n',
    );
    const { modules, problems } = parseModuleCatalog(text);
    expect(problems).toEqual([]);
    expect(modules[0]).toMatchObject({
      forcedInputs: { encrypted: true, tags: { a: [1] } },
      hiddenInputs: ['kms_key'],
    });
  });

  it('reads how long it may live', () => {
    const lifetimeOf = (rules: string) =>
      parseModuleCatalog(
        CATALOG.replace(
          '    service: networking\n',
          `$&    lifetime: ${rules}\n`,
        ),
      ).modules.find(({ name }) => name === 'network')?.lifetime;
    expect(lifetimeOf('{ maximum: P14D }')).toEqual({ maximum: 'P14D' });
    expect(lifetimeOf('{ protected: true }')).toEqual({ protected: true });
  });

  it.each<[string, string, string, number, number, string]>([
    [
      'service: networking',
      'service: networking\n    lifetime: { maximum: two weeks }',
      'modules.network.lifetime.maximum',
      9,
      17,
      'P14D',
    ],
    [
      'service: networking',
      'service: networking\n    lifetime: { maximum: P0D }',
      'modules.network.lifetime.maximum',
      9,
      17,
      'longer than nothing',
    ],
    [
      'service: networking',
      'service: networking\n    lifetime: { maximum: P1D, protected: true }',
      'modules.network.lifetime.maximum',
      9,
      17,
      'never ends',
    ],
    [
      'service: networking',
      'owner: networking',
      'modules.network.service',
      4,
      3,
      'string',
    ],
    [
      'service: networking',
      'owner: networking',
      'modules.network.owner',
      8,
      5,
      '"owner" is not known',
    ],
    [
      'path: modules/network',
      'path: ../network',
      'modules.network.path',
      7,
      5,
      'folder',
    ],
    [
      'path: modules/network',
      'path: modules/postgres-database',
      'modules.postgres-database.path',
      15,
      5,
      '"network"',
    ],
    [
      'v1.1.0: approved',
      'v1.1.0: aproved',
      'modules.network.versions.v1.1.0',
      10,
      7,
      'write approved',
    ],
    [
      'v1.1.0: approved',
      'main: approved',
      'modules.network.versions.main',
      10,
      7,
      'tags',
    ],
    [
      ', reason: Subnets overlap',
      '',
      'modules.network.versions.v1.0.0',
      11,
      7,
      'write approved',
    ],
    [
      'service: networking',
      'service: networking\n    inputs: { forced: { a: 1 }, hidden: [a] }',
      'modules.network.inputs.hidden',
      9,
      33,
      'not both',
    ],
    ['  network:', '  Network:', 'modules.Network', 4, 3, 'lower-case'],
    ['fairway.dev/v1', 'v2', 'apiVersion', 1, 1, 'fairway.dev/v1'],
    ['kind: ModuleCatalog\n', '', 'kind', 1, 1, 'ModuleCatalog'],
    ['title: Network\n', 'title: [\n', '', 6, 5, ''],
    ['title: Network\n', 'title: A\n    title: B\n', '', 6, 5, 'unique'],
  ])(
    'with %j as %j says that %s at %d:%d is wrong',
    (from, to, path, line, column, words) => {
      expect(CATALOG).toContain(from);
      const { modules, problems } = parseModuleCatalog(
        CATALOG.replace(from, to),
      );
      expect(problems).toContainEqual({
        path,
        line: expect.any(Number),
        column: expect.any(Number),
        message: expect.stringContaining(words),
      });
      const problem = problems.find(candidate => candidate.path === path);
      expect([problem?.line, problem?.column]).toEqual([line, column]);
      expect(modules.length).toBeLessThan(2);
    },
  );

  it('keeps the other modules when one has a problem', () => {
    const text = CATALOG.replace('service: networking', 'service: 1');
    const { modules } = parseModuleCatalog(text);
    expect(modules.map(({ name }) => name)).toEqual(['postgres-database']);
  });

  it.each(['', '- a', 'null', '&a [*a]', 'modules: 1'])(
    'has no modules and a problem for %j',
    text => {
      const { modules, problems } = parseModuleCatalog(text);
      expect(modules).toEqual([]);
      expect(problems).not.toEqual([]);
    },
  );
});

describe('parseModuleSource', () => {
  it.each([
    `${REPOSITORY}//modules/network?ref=v1.1.0`,
    `${REPOSITORY}//modules/network`,
    'git::ssh://git@git.example.com:2222/acme/modules.git//network?ref=release/1.0',
    'git::https://git.example.com/acme/modules//network?ref=v1.0.0-rc.1+b',
  ])('takes %s apart and puts it together', source => {
    expect(formatModuleSource(parseModuleSource(source))).toBe(source);
  });

  it('names the parts', () => {
    expect(
      parseModuleSource(`${REPOSITORY}//modules/network?ref=v1.1.0`),
    ).toEqual({
      repository: REPOSITORY,
      path: 'modules/network',
      ref: 'v1.1.0',
    });
  });

  it.each([
    ['./modules/network', 'path on a machine'],
    ['../network', 'path on a machine'],
    ['/etc', 'path on a machine'],
    ['C:\\modules', 'path on a machine'],
    ['file:///x//y', 'path on a machine'],
    ['git::file:///x.git//y', 'protocol other than'],
    ['git::http://x/y.git//z', 'without encryption'],
    ['git::ext::sh -c id//x', 'space'],
    ['git::ssh://root@x/y.git//z', 'user name'],
    ['git::https://user:secret@x/y.git//z', 'user name'],
    ['git@github.com:acme/x.git//y', 'short ssh form'],
    ['git::git@github.com:acme/x.git//y', 'short ssh form'],
    ['tfr://registry.example.com/a/b/c?version=1', 'registry'],
    ['https://x/y.zip', 'not in a Git repository'],
    ['s3::https://x/y.zip', 'not in a Git repository'],
    ['acme/network/aws', 'not in a form'],
    ['github.com/acme/x//y', 'not in a form'],
    [REPOSITORY, 'names no module folder'],
    [`${REPOSITORY}//`, 'names no module folder'],
    [`${REPOSITORY}//modules/../x`, 'leaves its folder'],
    [`${REPOSITORY}//modules/%2e%2e/x`, 'leaves its folder'],
    [`${REPOSITORY}//m?ref=v1&depth=1`, 'other parameters'],
    [`${REPOSITORY}//m?sshkey=x`, 'other parameters'],
    [`${REPOSITORY}//m?ref=v1#x`, 'other parameters'],
    [`${REPOSITORY}//m?ref=--upload-pack=x`, 'form'],
    [`${REPOSITORY}//m?ref=a..b`, 'ref'],
    [`${REPOSITORY}//m?ref=\${x}`, 'template'],
    [`${REPOSITORY}//m\n?ref=v1`, 'control character'],
    [`${REPOSITORY}//${'m'.repeat(2000)}`, 'too long'],
  ])('refuses %j by name', (source, words) => {
    const parse = () => parseModuleSource(source);
    expect(parse).toThrow(
      expect.objectContaining({ code: 'module-source-invalid' }),
    );
    expect(parse).toThrow(words);
  });

  it('does not put parts together that read back otherwise', () => {
    expect(() =>
      formatModuleSource({ repository: `${REPOSITORY}//a`, path: 'b' }),
    ).toThrow(expect.objectContaining({ code: 'module-source-invalid' }));
    expect(() =>
      formatModuleSource({ repository: REPOSITORY, path: 'b?ref=v1' }),
    ).toThrow('does not read back');
  });
});

describe('findModule', () => {
  const catalog: ModuleCatalog = parseModuleCatalog(CATALOG);
  const find = (source: string) =>
    findModule(catalog, { source, modulesSource: REPOSITORY });

  it.each([
    `${REPOSITORY}//modules/network?ref=v1.1.0`,
    'git::ssh://git@git.example.com/acme/infrastructure-modules//modules/network?ref=v1.1.0',
  ])('finds the module of %s', source => {
    expect(find(source)).toEqual({
      name: 'network',
      version: 'v1.1.0',
      status: 'approved',
      service: 'networking',
      title: 'Network',
      path: 'modules/network',
    });
  });

  it.each([
    [
      'module-outside-repository',
      'git::https://evil.example.com/acme/infrastructure-modules.git//modules/network?ref=v1.1.0',
      'vetted repository',
    ],
    [
      'module-outside-repository',
      'git::https://git.example.com/acme/infrastructure-modules.git.git//modules/network?ref=v1.1.0',
      'vetted repository',
    ],
    [
      'module-unknown',
      `${REPOSITORY}//modules/other?ref=v1.1.0`,
      'network, postgres-database',
    ],
    [
      'module-unknown',
      `${REPOSITORY}//modules/network/inner?ref=v1.1.0`,
      'inner',
    ],
    ['module-version-missing', `${REPOSITORY}//modules/network`, 'v1.1.0'],
    [
      'module-version-not-a-tag',
      `${REPOSITORY}//modules/network?ref=main`,
      'a branch',
    ],
    [
      'module-version-not-a-tag',
      `${REPOSITORY}//modules/network?ref=4f2a9c1d`,
      'a commit',
    ],
    [
      'module-version-unknown',
      `${REPOSITORY}//modules/network?ref=v9.0.0`,
      'not approved',
    ],
    [
      'module-version-blocked',
      `${REPOSITORY}//modules/network?ref=v1.0.0`,
      'Subnets overlap',
    ],
    ['module-source-invalid', './network', 'path on a machine'],
  ])('refuses with %s: %s', (code, source, words) => {
    expect(() => find(source)).toThrow(expect.objectContaining({ code }));
    expect(() => find(source)).toThrow(words);
  });
});
