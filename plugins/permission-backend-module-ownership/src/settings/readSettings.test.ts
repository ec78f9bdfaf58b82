// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSettings } from './readSettings';

const read = (permissions: JsonObject) =>
  readSettings(new ConfigReader({ ownership: { permissions } }));

describe('readSettings', () => {
  it('gives nobody anything without configuration', () => {
    expect(readSettings(new ConfigReader({}))).toEqual({
      install: true,
      administrators: [],
      templateAuthors: [],
      readWithoutPreset: 'deny',
      actions: [],
      repositories: [],
      grants: new Map(),
    });
  });

  it('reads every key, and refs as the catalog writes them', () => {
    const repositories = [
      {
        repoUrl: 'github.com?owner=acme&repo=website',
        actions: ['publish:github:*'],
      },
    ];

    expect(
      read({
        install: false,
        administrators: ['Group:default/Platform'],
        templateAuthors: ['user:default/tia'],
        readWithoutPreset: 'allow',
        actions: ['acme:*'],
        repositories,
        grants: [{ permission: 'a.b', to: ['everyone', 'group:default/Web'] }],
      }),
    ).toEqual({
      install: false,
      administrators: ['group:default/platform'],
      templateAuthors: ['user:default/tia'],
      readWithoutPreset: 'allow',
      actions: ['acme:*'],
      repositories,
      grants: new Map([
        ['a.b', { everyone: true, refs: ['group:default/web'] }],
      ]),
    });
  });

  it.each<[string, JsonObject, string]>([
    ['a key', { administrator: [] }, '"ownership.permissions.administrator"'],
    [
      'a key of a repository',
      { repositories: [{ repoUrl: 'h?a', action: [] }] },
      '"ownership.permissions.repositories[0].action"',
    ],
    [
      'a key of a grant',
      { grants: [{ permission: 'a.b', for: [] }] },
      '"ownership.permissions.grants[0].for"',
    ],
  ])('refuses %s that does not exist', (_, permissions, message) => {
    expect(() => read(permissions)).toThrow(
      expect.objectContaining({
        code: 'ownership-permissions-unknown-key',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each<[string, JsonObject]>([
    ['platform', { administrators: ['platform'] }],
    ['group:platform', { administrators: ['group:platform'] }],
    ['component:default/a', { templateAuthors: ['component:default/a'] }],
    ['everybody', { grants: [{ permission: 'a.b', to: ['everybody'] }] }],
    ['maybe', { readWithoutPreset: 'maybe' }],
    ['publish github', { actions: ['publish github'] }],
    [
      'https://github.com/acme/website',
      {
        repositories: [
          { repoUrl: 'https://github.com/acme/website', actions: ['a:b'] },
        ],
      },
    ],
    // Opened to everybody it would open every action.
    [
      'scaffolder.action.execute',
      {
        grants: [{ permission: 'scaffolder.action.execute', to: ['everyone'] }],
      },
    ],
    // Names are compared, not matched.
    ['catalog.*', { grants: [{ permission: 'catalog.*', to: ['everyone'] }] }],
    [
      'a.b',
      {
        grants: [
          { permission: 'a.b', to: ['everyone'] },
          { permission: 'a.b', to: ['everyone'] },
        ],
      },
    ],
  ])('refuses "%s" and says what to write', (value, permissions) => {
    expect(() => read(permissions)).toThrow(
      expect.objectContaining({
        code: 'ownership-permissions-invalid',
        message: expect.stringMatching(/Write /),
      }),
    );
    expect(() => read(permissions)).toThrow(`"${value}"`);
  });
});
