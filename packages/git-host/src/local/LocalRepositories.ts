// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readFile } from 'node:fs/promises';
import { join, resolve as resolvePath } from 'node:path';
import type { ChangeLimits } from '../changeSet';
import { gitHostError } from '../errors';
import { formatRepoUrl } from '../repoUrl';
import type { RepositoryRef } from '../types';
import { createRepository, type NewRepository } from './createRepository';
import { checkGitVersion, Git } from './Git';

export interface LocalRepositoriesOptions {
  root: string;
  repositories?: { owner: string; repo: string }[];
  newRepositoryOwners?: string[];
  /** Host in the repoUrl. */
  name: string;
  executable?: string;
  timeoutMs?: number;
}

/** The bare repositories at `<root>/<owner>/<repo>.git`, and which of them are served. */
export class LocalRepositories {
  readonly #options: LocalRepositoriesOptions;
  /** One for each repository, with the processes that stay for more questions. */
  readonly #places = new Map<string, Git>();

  /** Throws `git-missing` or `git-too-old`. */
  static async create(
    options: LocalRepositoriesOptions,
  ): Promise<LocalRepositories> {
    const root = resolvePath(options.root);
    const { executable } = options;
    await checkGitVersion(
      Git.create({ gitDir: root, label: 'root', executable }),
    );
    return new LocalRepositories({ ...options, root });
  }

  private constructor(options: LocalRepositoriesOptions) {
    this.#options = options;
  }

  /** Throws `git-repository-not-configured` for what this host was not made for, before anything is looked up. */
  place(repo: RepositoryRef): Git {
    const { repositories } = this.#options;
    return this.#placeIf(
      repo,
      repositories === undefined ||
        repositories.some(
          served => served.owner === repo.owner && served.repo === repo.repo,
        ),
    );
  }

  /** Throws `git-repository-not-configured` for an owner of whom this host makes no repositories. */
  placeOfNew(repo: RepositoryRef): Git {
    const { newRepositoryOwners = [] } = this.#options;
    return this.#placeIf(repo, newRepositoryOwners.includes(repo.owner));
  }

  #placeIf(repo: RepositoryRef, isServed: boolean): Git {
    const { root, name, executable, timeoutMs } = this.#options;
    const label = formatRepoUrl(repo);
    if (!isServed || repo.host !== name) {
      throw gitHostError('git-repository-not-configured', {
        repository: label,
      });
    }
    const gitDir = join(root, repo.owner, `${repo.repo}.git`);
    const git =
      this.#places.get(gitDir) ??
      Git.create({ gitDir, label, executable, timeoutMs });
    this.#places.set(gitDir, git);
    return git;
  }

  /** Throws `git-repository-not-configured` and `git-repository-not-found`. */
  async open(repo: RepositoryRef): Promise<Git> {
    const git = this.place(repo);
    if ((await this.#head(git)) === undefined) {
      throw gitHostError('git-repository-not-found', { repository: git.label });
    }
    return git;
  }

  async defaultBranch(repo: RepositoryRef): Promise<string> {
    return this.defaultBranchOf(await this.open(repo));
  }

  async defaultBranchOf(git: Git): Promise<string> {
    // As git writes it; other ways to store references are left to git.
    const plain = /^ref: refs\/heads\/([^\s.][^\s]*)\n$/;
    const [, branch] = plain.exec((await this.#head(git)) ?? '') ?? [];
    if (branch !== undefined) {
      return branch;
    }
    const { stdout } = await git.run(['symbolic-ref', '--short', 'HEAD']);
    return stdout.toString('utf8').trim();
  }

  /** Makes a repository with its first commits; one that is there already is left alone. */
  async make(
    repo: RepositoryRef,
    options: { content: NewRepository; limits: ChangeLimits; now: () => Date },
  ): Promise<{ created: boolean }> {
    return this.makeAt(this.place(repo), options);
  }

  async makeAt(
    git: Git,
    options: { content: NewRepository; limits: ChangeLimits; now: () => Date },
  ): Promise<{ created: boolean }> {
    const exists = async () => (await this.#head(git)) !== undefined;
    if (await exists()) {
      return { created: false };
    }
    try {
      await createRepository(git, options);
    } catch (error) {
      // Another process made it meanwhile.
      if (await exists()) {
        return { created: false };
      }
      throw error;
    }
    return { created: true };
  }

  /** What HEAD says; undefined where there is no repository. */
  async #head(git: Git): Promise<string | undefined> {
    return readFile(join(git.gitDir, 'HEAD'), 'utf8').catch(() => undefined);
  }
}
