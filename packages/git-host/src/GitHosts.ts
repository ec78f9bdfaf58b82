// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from './errors';
import { formatRepoUrl, parseRepoUrl } from './repoUrl';
import type { GitHost, RepositoryRef } from './types';

/** A repository that may be used, with the host that keeps it. @public */
export interface ConfiguredRepository<TEntry extends { repoUrl: string }> {
  host: GitHost;
  repository: RepositoryRef;
  /** The entry of the configuration, as it was given. */
  entry: TEntry;
}

/**
 * The repositories that the configuration names, and no others, whatever a host's credentials could reach.
 *
 * @public
 */
export class GitHosts<TEntry extends { repoUrl: string }> {
  readonly #repositories: Map<string, ConfiguredRepository<TEntry>>;

  /**
   * `hosts` is keyed by the host of the repoUrl: `local`, `github.com`.
   * Throws `git-repo-url-invalid` or `git-host-not-configured` for an entry that cannot be served.
   */
  static create<TEntry extends { repoUrl: string }>(options: {
    repositories: TEntry[];
    hosts: Record<string, GitHost>;
  }): GitHosts<TEntry> {
    const repositories = new Map<string, ConfiguredRepository<TEntry>>();
    for (const entry of options.repositories) {
      const repository = Object.freeze(parseRepoUrl(entry.repoUrl));
      if (!Object.hasOwn(options.hosts, repository.host)) {
        throw gitHostError('git-host-not-configured', {
          repository: entry.repoUrl,
          host: repository.host,
        });
      }
      const host = options.hosts[repository.host];
      repositories.set(formatRepoUrl(repository), { host, repository, entry });
    }
    return new GitHosts(repositories);
  }

  private constructor(repositories: Map<string, ConfiguredRepository<TEntry>>) {
    this.#repositories = repositories;
  }

  /** Throws `git-repository-not-configured` unless the configuration names exactly this repository. */
  resolve(repoUrl: string): ConfiguredRepository<TEntry> {
    const found = this.#repositories.get(formatRepoUrl(parseRepoUrl(repoUrl)));
    if (!found) {
      throw gitHostError('git-repository-not-configured', {
        repository: repoUrl,
      });
    }
    return found;
  }

  list(): ConfiguredRepository<TEntry>[] {
    return [...this.#repositories.values()];
  }
}
