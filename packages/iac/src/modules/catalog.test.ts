// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { CATALOG } from './__testUtils__/modules';
import { parseModuleCatalog } from './catalog';

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
