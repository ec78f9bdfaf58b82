// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ConfigReader } from '@backstage/config';
import {
  DEFAULT_PROTECTED,
  readSelfServiceConfig,
} from './readSelfServiceConfig';

const LIVE = 'local?owner=acme&repo=infrastructure-live';
const MODULES = 'local?owner=acme&repo=infrastructure-modules';
const SOURCE = 'git::https://git.example.com/acme/infrastructure-modules.git';

function read(overrides: Record<string, unknown> = {}) {
  return readSelfServiceConfig(
    new ConfigReader({
      selfService: {
        repositories: [{ repoUrl: LIVE, apply: 'none' }],
        modules: { repoUrl: MODULES, source: SOURCE },
        local: { root: '/data/git' },
        ...overrides,
      },
    }),
  );
}

describe('readSelfServiceConfig', () => {
  it('fills in what may be left out', () => {
    expect(read()).toEqual({
      repositories: [
        { repoUrl: LIVE, apply: 'none', protectedGlobs: DEFAULT_PROTECTED },
      ],
      modules: {
        repoUrl: MODULES,
        source: SOURCE,
        catalogFile: 'iac-catalog.yaml',
      },
      localRoot: '/data/git',
      administrators: [],
    });
  });

  it('takes every setting, in its one spelling', () => {
    expect(
      read({
        repositories: [
          {
            repoUrl: 'local?repo=infrastructure-live&owner=acme',
            apply: 'report',
            protected: ['secret/**'],
          },
        ],
        administrators: ['group:platform'],
      }),
    ).toMatchObject({
      repositories: [
        { repoUrl: LIVE, apply: 'report', protectedGlobs: ['secret/**'] },
      ],
      administrators: ['group:default/platform'],
    });
  });

  it.each([
    ['selfService.repositories', { repositories: [] }],
    ['selfService.repositories', { repositories: undefined }],
    [
      'selfService.repositories[0].apply',
      { repositories: [{ repoUrl: LIVE, apply: 'auto' }] },
    ],
    [
      'selfService.repositories[0].repoUrl',
      { repositories: [{ repoUrl: 'github.com/acme/live', apply: 'none' }] },
    ],
    [
      'selfService.repositories[1].repoUrl',
      {
        repositories: [
          { repoUrl: LIVE, apply: 'none' },
          { repoUrl: LIVE, apply: 'none' },
        ],
      },
    ],
    [
      'selfService.repositories[0].protected',
      { repositories: [{ repoUrl: LIVE, apply: 'none', protected: 'x' }] },
    ],
    ['selfService.modules.repoUrl', { modules: { source: SOURCE } }],
    [
      'selfService.modules.source',
      { modules: { repoUrl: MODULES, source: '/srv/modules' } },
    ],
    ['selfService.local.root', { local: undefined }],
    ['selfService.administrators[0]', { administrators: ['user:default/x'] }],
  ])('refuses a bad %s by its name', (key, overrides) => {
    expect(() => read(overrides)).toThrow(
      expect.objectContaining({
        code: 'config-invalid',
        message: expect.stringContaining(`"${key}"`),
      }),
    );
  });
});
