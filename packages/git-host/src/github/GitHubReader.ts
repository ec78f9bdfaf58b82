// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Git } from '../local/Git';
import { checkBranch } from '../names';
import type {
  Comparison,
  HostedChange,
  HostedCheck,
  HostedReview,
  RepositoryRef,
  TreeEntry,
} from '../types';
import { findChange, findPull, toChange } from './changes';
import { listChecks } from './checks';
import { compareRefs } from './compare';
import { diffOf } from './diff';
import type {
  GitHubRepositories,
  GitHubRepository,
} from './GitHubRepositories';
import { mergeability } from './mergeChange';
import { readFile, readTree, resolveRef } from './read';
import { listReviews } from './reviews';

const shellQuote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** What `GitHubHost` does without writing. */
export abstract class GitHubReader {
  readonly #repositories: GitHubRepositories;
  readonly #git: Git;

  protected constructor(options: {
    repositories: GitHubRepositories;
    /** Makes diffs of what was read. */
    git: Git;
  }) {
    this.#repositories = options.repositories;
    this.#git = options.git;
  }

  async defaultBranch(repo: RepositoryRef): Promise<string> {
    return this.#use(
      repo,
      async github => (await github.about()).defaultBranch,
    );
  }

  async resolve(repo: RepositoryRef, ref: string): Promise<string | undefined> {
    return this.#use(repo, github => resolveRef(github, ref));
  }

  async readTree(
    repo: RepositoryRef,
    options: { ref: string; under?: string },
  ): Promise<TreeEntry[]> {
    return this.#use(repo, github => readTree(github, options));
  }

  async readFile(
    repo: RepositoryRef,
    options: { ref: string; path: string },
  ): Promise<Uint8Array | undefined> {
    return this.#use(repo, github => readFile(github, options));
  }

  /** For more than a hundred contents that were not read before it is GitHub's own diff, with renames and short ids. */
  async diff(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<string> {
    const git = this.#git;
    return this.#use(repo, github => diffOf(github, { ...options, git }));
  }

  async findChange(
    repo: RepositoryRef,
    options: { branch: string },
  ): Promise<HostedChange | undefined> {
    checkBranch(options.branch);
    return this.#use(repo, github => findChange(github, options.branch));
  }

  async getChange(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedChange | undefined> {
    return this.#use(repo, async github => {
      const pull = await findPull(github, options.number);
      return pull && toChange(pull);
    });
  }

  async mergeability(repo: RepositoryRef, options: { number: number }) {
    return this.#use(repo, github => mergeability(github, options.number));
  }

  async compare(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<Comparison> {
    return this.#use(repo, github => compareRefs(github, options));
  }

  async checks(
    repo: RepositoryRef,
    options: { sha: string },
  ): Promise<HostedCheck[]> {
    return this.#use(repo, github => listChecks(github, options.sha));
  }

  async reviews(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedReview[]> {
    return this.#use(repo, github => listReviews(github, options.number));
  }

  inspectCommand(repo: RepositoryRef, options: { branch: string }): string {
    checkBranch(options.branch);
    const { webUrl } = this.#repositories.place(repo);
    return `git fetch ${shellQuote(webUrl)} ${shellQuote(
      options.branch,
    )} && git log -1 -p FETCH_HEAD`;
  }

  #use<TResult>(
    repo: RepositoryRef,
    work: (github: GitHubRepository) => Promise<TResult>,
  ): Promise<TResult> {
    return this.#repositories.use(repo, work);
  }
}
