// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseRepoUrl } from '../repoUrl';
import type { RepositoryRef } from '../types';
import { GitHubHost } from './GitHubHost';
import type { GitHubHostOptions } from './GitHubHostOptions';

/**
 * A GitHub host for every host of the repoUrls that has an integration of the kind GitHub, keyed as `GitHosts.create`
 * wants them; others are left out.
 *
 * Throws `git-repo-url-invalid`.
 *
 * @public
 */
export function createGitHubHosts(
  options: {
    repoUrls: string[];
    /** Owners of whom repositories may be begun; nobody's if left out. */
    newRepositories?: { host: string; owner: string }[];
  } & Omit<GitHubHostOptions, 'host' | 'repositories' | 'newRepositoryOwners'>,
): Record<string, GitHubHost> {
  const { repoUrls, newRepositories = [], ...settings } = options;
  const byHost = new Map<string, RepositoryRef[]>(
    newRepositories.map(({ host }) => [host, []]),
  );
  for (const repository of repoUrls.map(parseRepoUrl)) {
    const { host } = repository;
    byHost.set(host, [...(byHost.get(host) ?? []), repository]);
  }
  return Object.fromEntries(
    [...byHost]
      .filter(([host]) => settings.integrations.github.byHost(host))
      .map(([host, repositories]) => [
        host,
        GitHubHost.create({
          ...settings,
          ...{ host, repositories },
          newRepositoryOwners: newRepositories
            .filter(each => each.host === host)
            .map(({ owner }) => owner),
        }),
      ]),
  );
}
