// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

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
  ChangeSet,
  Comparison,
  CommitResult,
  FileChange,
  GitHost,
  GitHostCapabilities,
  HostedChange,
  HostedCheck,
  HostedReview,
  RepositoryRef,
  TreeEntry,
} from '../types';
import {
  addLabels,
  closeChange,
  deleteBranch,
  findChange,
  findPull,
  openChange,
  rewordChange,
  toChange,
} from './changes';
import { listChecks, type NewStatus, setStatus } from './checks';
import { commitFiles } from './commitFiles';
import { compareRefs } from './compare';
import { diffOf, previewFiles } from './diff';
import {
  type GitHubHostOptions,
  type GitHubSettings,
  settingsOf,
} from './GitHubHostOptions';
import {
  GitHubRepositories,
  type GitHubRepository,
} from './GitHubRepositories';
import { enableAutoMerge, mergeability, mergeChange } from './mergeChange';
import { readFile, readTree, resolveRef } from './read';
import { listReviews, requestReviewers } from './reviews';

const shellQuote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * Repositories on github.com or a GitHub Enterprise, through its REST API, safe for any number of processes at once.
 *
 * @public
 */
export class GitHubHost implements GitHost {
  readonly kind = 'github';
  readonly capabilities: GitHostCapabilities = {
    reviews: true,
    labels: true,
    statuses: true,
    checks: true,
    autoMerge: true,
    drafts: true,
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
    const { repositories, integrations, credentials, executable } = options;
    this.#repositories = GitHubRepositories.create({
      ...{ host, repositories, integrations, credentials, pace },
    });
    this.#committer = committer;
    this.#limits = limits;
    this.#now = now;
    this.#git = Git.create({ gitDir: '.', label: host, executable });
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

  async mergeability(repo: RepositoryRef, options: { number: number }) {
    return this.#use(repo, github => mergeability(github, options.number));
  }

  async deleteBranch(
    repo: RepositoryRef,
    options: { branch: string; sha: string },
  ): Promise<boolean> {
    checkBranch(options.branch);
    checkCommitId(options.sha);
    return this.#use(repo, github => deleteBranch(github, options));
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

  async setStatus(repo: RepositoryRef, options: NewStatus): Promise<void> {
    return this.#use(repo, github => setStatus(github, options));
  }

  async reviews(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedReview[]> {
    return this.#use(repo, github => listReviews(github, options.number));
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
