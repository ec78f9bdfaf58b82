// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { CATALOG, REPOSITORY } from './__testUtils__/modules';
import { type ModuleCatalog, parseModuleCatalog } from './catalog';
import { findModule } from './findModule';

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
