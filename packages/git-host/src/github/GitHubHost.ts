// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { checkBeginning } from '../beginning';
import { checkFiles } from '../changeSet';
import { Git } from '../local/Git';
import { Turns } from '../local/Turns';
import {
  checkBranch,
  checkCommitId,
  checkLine,
  checkPerson,
  checkText,
  checkTime,
  commitMessage,
} from '../names';
import type {
  BegunRepository,
  ChangeSet,
  CommitResult,
  FileChange,
  GitHost,
  GitHostCapabilities,
  HostedChange,
  RepositoryBeginning,
  RepositoryRef,
} from '../types';
import { beginRepository } from './beginRepository';
import {
  addLabels,
  closeChange,
  deleteBranch,
  openChange,
  rewordChange,
} from './changes';
import { type NewStatus, setStatus } from './checks';
import { commitFiles } from './commitFiles';
import { previewFiles } from './diff';
import {
  type GitHubHostOptions,
  type GitHubSettings,
  settingsOf,
} from './GitHubHostOptions';
import { GitHubReader } from './GitHubReader';
import {
  GitHubRepositories,
  type GitHubRepository,
} from './GitHubRepositories';
import { enableAutoMerge, mergeChange } from './mergeChange';
import { requestReviewers } from './reviews';

/**
 * Repositories on github.com or a GitHub Enterprise, through its REST API, safe for any number of processes at once.
 *
 * @public
 */
export class GitHubHost extends GitHubReader implements GitHost {
  readonly kind = 'github';
  readonly capabilities: GitHostCapabilities = {
    reviews: true,
    labels: true,
    statuses: true,
    checks: true,
    autoMerge: true,
    drafts: true,
    newRepositories: true,
  };
  readonly #repositories: GitHubRepositories;
  readonly #committer: { name: string; email: string };
  readonly #limits: GitHubSettings['limits'];
  readonly #now: () => Date;
  readonly #git: Git;
  /** Writers of one branch wait for each other here, and only compete with other processes. */
  readonly #turns = Turns.create();

  /** Throws `git-host-not-configured` when there is no integration for the host. */
  static create(options: GitHubHostOptions): GitHubHost {
    return new GitHubHost(options);
  }

  private constructor(options: GitHubHostOptions) {
    const { host, pace, committer, limits, now } = settingsOf(options);
    const { integrations, credentials, executable } = options;
    const { newRepositoryOwners } = options;
    const repositories = GitHubRepositories.create({
      ...{ host, repositories: options.repositories, newRepositoryOwners },
      ...{ integrations, credentials, pace },
    });
    const git = Git.create({ gitDir: '.', label: host, executable });
    super({ repositories, git });
    this.#repositories = repositories;
    this.#git = git;
    this.#committer = committer;
    this.#limits = limits;
    this.#now = now;
  }

  /** Begun by the account of the integration, in an organization; or of that account, where it is the owner. */
  async beginRepository(
    repo: RepositoryRef,
    beginning: RepositoryBeginning,
  ): Promise<BegunRepository> {
    const { label } = this.#repositories.placeOfNew(repo);
    const limits = this.#limits;
    const checked = checkBeginning(beginning, { limits });
    return this.#turns.take(label, () =>
      this.#repositories.useNew(repo, github =>
        beginRepository(github, checked),
      ),
    );
  }

  async previewDiff(
    repo: RepositoryRef,
    options: { baseSha: string; files: FileChange[] },
  ): Promise<string> {
    const { baseSha } = options;
    const branch = 'preview';
    const files = checkFiles(options.files, { limits: this.#limits, branch });
    checkCommitId(baseSha);
    const git = this.#git;
    return this.#use(repo, github =>
      previewFiles(github, { baseSha, files, git }),
    );
  }

  async commit(
    repo: RepositoryRef,
    changeSet: ChangeSet,
  ): Promise<CommitResult> {
    const { branch, baseSha, author } = changeSet;
    const { label } = this.#repositories.place(repo);
    checkBranch(branch);
    checkCommitId(baseSha);
    checkPerson('author', author);
    const at = changeSet.at ?? this.#now();
    checkTime('commit time', at);
    if (changeSet.baseBranch !== undefined) {
      checkBranch(changeSet.baseBranch);
    }
    const files = checkFiles(changeSet.files, { limits: this.#limits, branch });
    const message = commitMessage(changeSet);
    const committer = this.#committer;
    return this.#turns.take(`${label} ${branch}`, () =>
      this.#use(repo, async github =>
        commitFiles(github, {
          ...{ branch, baseSha, files, message, author, committer, at },
          baseBranch:
            changeSet.baseBranch ?? (await github.about()).defaultBranch,
        }),
      ),
    );
  }

  /** Opened by the account of the integration: `author` is who asked, and GitHub takes no other author. */
  async openChange(
    repo: RepositoryRef,
    options: Parameters<GitHost['openChange']>[1],
  ): Promise<HostedChange> {
    checkBranch(options.branch);
    checkBranch(options.baseBranch);
    checkLine('title', options.title, { longest: 256 });
    checkText('body', options.body);
    checkPerson('author', options.author);
    return this.#use(repo, github => openChange(github, options));
  }

  async updateChange(
    repo: RepositoryRef,
    options: { number: number; title?: string; body?: string },
  ): Promise<HostedChange> {
    return this.#use(repo, github => rewordChange(github, options));
  }

  async closeChange(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedChange> {
    return this.#use(repo, github => closeChange(github, options.number));
  }

  /** By the account of the integration: GitHub takes no other author of a merge. Name who decided in the trailers. */
  async mergeChange(
    repo: RepositoryRef,
    options: Parameters<GitHost['mergeChange']>[1],
  ): Promise<{ mergeSha: string }> {
    const { number, headSha } = options;
    this.#repositories.place(repo);
    checkCommitId(headSha);
    checkPerson('author', options.author);
    const message = commitMessage(options);
    return this.#use(repo, github =>
      mergeChange(github, { number, headSha, message }),
    );
  }

  async deleteBranch(
    repo: RepositoryRef,
    options: { branch: string; sha: string },
  ): Promise<boolean> {
    checkBranch(options.branch);
    checkCommitId(options.sha);
    return this.#use(repo, github => deleteBranch(github, options));
  }

  async setStatus(repo: RepositoryRef, options: NewStatus): Promise<void> {
    return this.#use(repo, github => setStatus(github, options));
  }

  async requestReviewers(
    repo: RepositoryRef,
    options: { number: number; users: string[]; teams: string[] },
  ): ReturnType<GitHost['requestReviewers']> {
    return this.#use(repo, github => requestReviewers(github, options));
  }

  async addLabels(
    repo: RepositoryRef,
    options: { number: number; labels: string[] },
  ): Promise<void> {
    return this.#use(repo, github => addLabels(github, options));
  }

  async enableAutoMerge(
    repo: RepositoryRef,
    options: { number: number; headSha: string },
  ): Promise<void> {
    checkCommitId(options.headSha);
    return this.#use(repo, github => enableAutoMerge(github, options));
  }

  #use<TResult>(
    repo: RepositoryRef,
    work: (github: GitHubRepository) => Promise<TResult>,
  ): Promise<TResult> {
    return this.#repositories.use(repo, work);
  }
}
