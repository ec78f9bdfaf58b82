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
        {
          repoUrl: LIVE,
          apply: 'none',
          protectedGlobs: DEFAULT_PROTECTED,
          yamlGlobs: [],
        },
      ],
      newRepositories: [],
      modules: {
        repoUrl: MODULES,
        source: SOURCE,
        catalogFile: 'iac-catalog.yaml',
      },
      localRoot: '/data/git',
      administrators: [],
      webhooks: [],
      report: { issuers: [], tokenMilliseconds: 3_600_000 },
      worker: {},
      watch: { frequency: { seconds: 30 } },
      lifetimes: { every: { minutes: 1 }, reconcile: { minutes: 5 } },
      dispatch: [],
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
            yaml: ['deploy/**/*.yaml'],
          },
        ],
        newRepositories: [
          { host: 'local', owner: 'acme', environment: 'dev' },
          {
            ...{ host: 'github.com', owner: 'acme', environment: 'dev' },
            ...{ approvers: ['group:platform'], visibility: ['public'] },
            protected: ['ci/**'],
          },
        ],
        administrators: ['group:platform'],
      }),
    ).toMatchObject({
      newRepositories: [
        {
          ...{ visibilities: ['private'], approvers: [] },
          protectedGlobs: ['.github/**', '**/CODEOWNERS'],
        },
        {
          visibilities: ['public'],
          approvers: ['group:default/platform'],
          protectedGlobs: ['ci/**'],
        },
      ],
      repositories: [
        {
          repoUrl: LIVE,
          apply: 'report',
          protectedGlobs: ['secret/**'],
          yamlGlobs: ['deploy/**/*.yaml'],
        },
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
    [
      'selfService.report.issuers[0].preset',
      { report: { issuers: [{ preset: 'jenkins', audience: 'portal' }] } },
    ],
    [
      'selfService.report.issuers[0].audience',
      { report: { issuers: [{ preset: 'gitlab' }] } },
    ],
    [
      'selfService.report.issuers[0].issuer',
      {
        report: {
          issuers: [
            { preset: 'gitlab', issuer: 'http://git.test', audience: 'x' },
          ],
        },
      },
    ],
    ['selfService.report.tokenLifetime', { report: { tokenLifetime: '3d' } }],
    [
      'selfService.newRepositories[0]',
      { newRepositories: [{ host: 'local', owner: 'acme' }] },
    ],
    [
      'selfService.newRepositories[0]',
      {
        newRepositories: [{ host: 'local', owner: '..', environment: 'dev' }],
      },
    ],
    [
      'selfService.newRepositories[0]',
      {
        newRepositories: [
          {
            ...{ host: 'local', owner: 'acme', environment: 'dev' },
            visibility: ['internal'],
          },
        ],
      },
    ],
    ['selfService.watch.frequency', { watch: { frequency: 'often' } }],
    ['selfService.worker.lease', { worker: { lease: { seconds: 0 } } }],
    [
      'selfService.dispatch.notebook.lifetime.maximum',
      {
        dispatch: {
          notebook: {
            type: 'webhook',
            url: 'https://jobs.test',
            lifetime: { maximum: '2 weeks' },
          },
        },
      },
    ],
  ])('refuses a bad %s by its name', (key, overrides) => {
    expect(() => read(overrides)).toThrow(
      expect.objectContaining({
        code: 'config-invalid',
        message: expect.stringContaining(`"${key}"`),
      }),
    );
  });

  it('fills in what GitHub Actions and GitLab say of themselves', () => {
    const { report, watch } = read({
      report: {
        issuers: [
          { preset: 'github-actions', audience: 'https://portal.test' },
          {
            preset: 'gitlab',
            issuer: 'https://git.acme.test',
            audience: 'https://portal.test',
            claims: { ref: 'main' },
          },
        ],
        tokenLifetime: { minutes: 10 },
        subjects: ['external:runner'],
      },
      watch: { frequency: '5s' },
    });
    expect(report).toEqual({
      issuers: [
        {
          issuer: 'https://token.actions.githubusercontent.com',
          audience: 'https://portal.test',
          repositoryClaim: 'repository',
          commitClaim: 'sha',
          host: 'github.com',
          claims: {},
        },
        {
          issuer: 'https://git.acme.test',
          audience: 'https://portal.test',
          repositoryClaim: 'project_path',
          commitClaim: 'sha',
          host: 'git.acme.test',
          claims: { ref: 'main' },
        },
      ],
      tokenMilliseconds: 600_000,
      subjects: ['external:runner'],
    });
    expect(watch.frequency).toEqual({ seconds: 5 });
  });

  it('leaves the pace of the work to the engine unless it is said', () => {
    expect(read({}).worker).toEqual({});
    const worker = {
      lease: '10s',
      poll: { seconds: 1 },
      stepLimit: '1m',
      retryPause: '2s',
    };
    expect(read({ worker }).worker).toEqual({
      leaseMilliseconds: 10_000,
      pollMilliseconds: 1_000,
      stepLimitMilliseconds: 60_000,
      retries: { firstPauseMilliseconds: 2_000 },
    });
  });
});
