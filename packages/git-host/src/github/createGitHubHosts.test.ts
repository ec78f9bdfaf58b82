// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { GitHosts } from '../GitHosts';
import { integrationsOf } from './__testUtils__/integrationsOf';
import { createGitHubHosts } from './createGitHubHosts';

const repoUrls = [
  'local?owner=acme&repo=infra',
  'ghe.acme.example?owner=acme&repo=infra',
  'ghe.acme.example?owner=acme&repo=modules',
];
const integrations = integrationsOf({
  host: 'ghe.acme.example',
  apiBaseUrl: 'https://ghe.acme.example/api/v3',
});

describe('createGitHubHosts', () => {
  it('makes one host for the repositories of one server, and none for others', () => {
    const hosts = createGitHubHosts({ repoUrls, integrations });
    expect(Object.keys(hosts)).toEqual(['ghe.acme.example']);
    const repositories = repoUrls.slice(1).map(repoUrl => ({ repoUrl }));
    const registry = GitHosts.create({ repositories, hosts });
    const [infra, modules] = repositories.map(({ repoUrl }) =>
      registry.resolve(repoUrl),
    );
    expect(infra.host).toBe(modules.host);
    expect(
      modules.host.inspectCommand(modules.repository, { branch: 'fairway/db' }),
    ).toContain("'https://ghe.acme.example/acme/modules'");
  });

  it('leaves a repository without an integration to be refused by name', () => {
    const hosts = createGitHubHosts({ repoUrls, integrations });
    const repositories = repoUrls.map(repoUrl => ({ repoUrl }));
    expect(() => GitHosts.create({ repositories, hosts })).toThrow(
      '"local", for which no Git host is set up',
    );
  });

  it.each(['infra', 'github.com?owner=acme', 'https://github.com/acme/infra'])(
    'refuses the repoUrl %j',
    repoUrl => {
      const make = () =>
        createGitHubHosts({ repoUrls: [repoUrl], integrations });
      expect(make).toThrow('is not a repository URL');
    },
  );
});
