// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { checkBranch } from '../names';
import type {
  Comparison,
  HostedCheck,
  HostedReview,
  RepositoryRef,
  TreeEntry,
} from '../types';
import { mergeability } from './changes/mergeChange';
import { existingRecord } from './changes/records';
import { compareCommits } from './compare';
import { diffCommits } from './diff';
import type { LocalRepositories } from './LocalRepositories';
import { existingCommit, readFile, readTree, resolveRef } from './read';
import { listStatuses } from './statuses';

const shellQuote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** What `LocalGitHost` does without writing. */
export abstract class LocalGitReader {
  readonly #repositories: LocalRepositories;

  protected constructor(repositories: LocalRepositories) {
    this.#repositories = repositories;
  }

  async defaultBranch(repo: RepositoryRef): Promise<string> {
    return this.#repositories.defaultBranch(repo);
  }

  async resolve(repo: RepositoryRef, ref: string): Promise<string | undefined> {
    return resolveRef(await this.#repositories.open(repo), ref);
  }

  async readTree(
    repo: RepositoryRef,
    options: { ref: string; under?: string },
  ): Promise<TreeEntry[]> {
    return readTree(await this.#repositories.open(repo), options);
  }

  async readFile(
    repo: RepositoryRef,
    options: { ref: string; path: string },
  ): Promise<Uint8Array | undefined> {
    return readFile(await this.#repositories.open(repo), options);
  }

  async diff(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<string> {
    const git = await this.#repositories.open(repo);
    const [base, head] = await Promise.all([
      existingCommit(git, options.base),
      existingCommit(git, options.head),
    ]);
    return diffCommits(git, { base, head });
  }

  async compare(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<Comparison> {
    return compareCommits(await this.#repositories.open(repo), options);
  }

  async checks(
    repo: RepositoryRef,
    options: { sha: string },
  ): Promise<HostedCheck[]> {
    return listStatuses(await this.#repositories.open(repo), options.sha);
  }

  async mergeability(repo: RepositoryRef, options: { number: number }) {
    return mergeability(await this.#repositories.open(repo), options.number);
  }

  async reviews(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedReview[]> {
    await existingRecord(await this.#repositories.open(repo), options.number);
    return [];
  }

  inspectCommand(repo: RepositoryRef, options: { branch: string }): string {
    checkBranch(options.branch);
    const path = shellQuote(this.#repositories.place(repo).gitDir);
    return `git -C ${path} log -1 -p ${shellQuote(options.branch)} --`;
  }
}
