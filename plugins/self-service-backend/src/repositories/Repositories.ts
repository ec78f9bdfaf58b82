// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  type ConfiguredRepository,
  createGitHubHosts,
  formatRepoUrl,
  type GitHost,
  GitHosts,
  LocalGitHost,
  parseRepoUrl,
  type RepositoryRef,
} from '@fairway/git-host';
import { invalid } from '../config/at';
import type { NewRepositorySettings } from '../config/readNewRepositories';
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
  readonly #hosts: Record<string, GitHost>;
  readonly #beginnable: NewRepositorySettings[];

  /** @param options - `integrations` give the hosts other than the local one, with their credentials */
  static async create(
    settings: SelfServiceSettings,
    options: { integrations: ScmIntegrationRegistry },
  ): Promise<Repositories> {
    const { localRoot, newRepositories, repositories, modules } = settings;
    const hosts: Record<string, GitHost> = createGitHubHosts({
      repoUrls: [...repositories, modules].map(({ repoUrl }) => repoUrl),
      newRepositories,
      integrations: options.integrations,
    });
    if (localRoot !== undefined) {
      hosts.local = await LocalGitHost.create({
        root: localRoot,
        repositories: [...repositories, modules]
          .map(({ repoUrl }) => parseRepoUrl(repoUrl))
          .filter(({ host }) => host === 'local'),
        newRepositoryOwners: newRepositories
          .filter(({ host }) => host === 'local')
          .map(({ owner }) => owner),
      });
    }
    const unknown = newRepositories.find(
      ({ host }) => !Object.hasOwn(hosts, host),
    );
    if (unknown) {
      throw invalid(
        'selfService.newRepositories',
        `there is no integration for the host "${unknown.host}"`,
      );
    }
    return new Repositories(settings, hosts);
  }

  private constructor(
    settings: SelfServiceSettings,
    hosts: Record<string, GitHost>,
  ) {
    const { newRepositories, repositories, modules } = settings;
    this.#hosts = hosts;
    this.#beginnable = newRepositories;
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

  /**
   * Where a repository of its own may be begun. One that is worked on already is none.
   *
   * @throws NotAllowedError `new-repository-not-allowed`, ConflictError `new-repository-configured`, InputError
   * `git-repo-url-invalid`
   */
  beginnable(repoUrl: string): {
    host: GitHost;
    repository: RepositoryRef;
    entry: NewRepositorySettings;
  } {
    const repository = parseRepoUrl(repoUrl);
    const { host: name, owner } = repository;
    const entry = this.#beginnable.find(
      each => each.host === name && each.owner === owner,
    );
    if (!entry) {
      const known = this.#beginnable.map(each => `${each.host}/${each.owner}`);
      throw selfServiceError('new-repository-not-allowed', {
        ...{ repoUrl, known: known.join(', ') || 'none' },
      });
    }
    const place = formatRepoUrl(repository);
    const worked = [...this.#writable.list(), this.modules()];
    if (worked.some(each => formatRepoUrl(each.repository) === place)) {
      throw selfServiceError('new-repository-configured', { repoUrl: place });
    }
    return { host: this.#hosts[name], repository, entry };
  }

  modules(): ConfiguredRepository<ModulesEntry> {
    return this.#modules.resolve(this.#modulesUrl);
  }
}
