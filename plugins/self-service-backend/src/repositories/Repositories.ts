// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  type ConfiguredRepository,
  createGitHubHosts,
  type GitHost,
  GitHosts,
  LocalGitHost,
  parseRepoUrl,
} from '@fairway/git-host';
import type {
  RepositorySettings,
  SelfServiceSettings,
} from '../config/readSelfServiceConfig';
import { selfServiceError } from '../errors';

/** A repository of the modules: read only. */
type ModulesEntry = { repoUrl: string };

/**
 * The repositories of the configuration. Two registries, so that naming the modules repository does not open it for writing.
 */
export class Repositories {
  readonly #writable: GitHosts<RepositorySettings>;
  readonly #modules: GitHosts<ModulesEntry>;
  readonly #modulesUrl: string;

  /** @param options - `integrations` give the hosts other than the local one, with their credentials */
  static async create(
    settings: SelfServiceSettings,
    options: { integrations: ScmIntegrationRegistry },
  ): Promise<Repositories> {
    const { localRoot, repositories, modules } = settings;
    const hosts: Record<string, GitHost> = createGitHubHosts({
      repoUrls: [...repositories, modules].map(({ repoUrl }) => repoUrl),
      integrations: options.integrations,
    });
    if (localRoot !== undefined) {
      hosts.local = await LocalGitHost.create({
        root: localRoot,
        repositories: [...repositories, modules]
          .map(({ repoUrl }) => parseRepoUrl(repoUrl))
          .filter(({ host }) => host === 'local'),
      });
    }
    return new Repositories(settings, hosts);
  }

  private constructor(
    settings: SelfServiceSettings,
    hosts: Record<string, GitHost>,
  ) {
    const { repositories, modules } = settings;
    this.#writable = GitHosts.create({ repositories, hosts });
    this.#modules = GitHosts.create({
      repositories: [{ repoUrl: modules.repoUrl }],
      hosts,
    });
    this.#modulesUrl = modules.repoUrl;
  }

  /** @throws NotAllowedError `repository-not-configured`, InputError `git-repo-url-invalid` */
  writable(repoUrl: string): ConfiguredRepository<RepositorySettings> {
    parseRepoUrl(repoUrl);
    try {
      return this.#writable.resolve(repoUrl);
    } catch (cause) {
      throw selfServiceError(
        'repository-not-configured',
        {
          repoUrl,
          known: this.#writable
            .list()
            .map(({ entry }) => `"${entry.repoUrl}"`)
            .join(', '),
        },
        { cause },
      );
    }
  }

  modules(): ConfiguredRepository<ModulesEntry> {
    return this.#modules.resolve(this.#modulesUrl);
  }
}
