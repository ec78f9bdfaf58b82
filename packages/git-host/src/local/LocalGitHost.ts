// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ChangeLimits,
  checkFiles,
  DEFAULT_CHANGE_LIMITS,
} from '../changeSet';
import { gitHostError } from '../errors';
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
import { LocalChanges, type NewChange } from './changes/LocalChanges';
import { mergeChange } from './changes/mergeChange';
import { commitFiles, previewFiles } from './commitFiles';
import type { NewRepository } from './createRepository';
import { LocalGitReader } from './LocalGitReader';
import { LocalRepositories } from './LocalRepositories';
import { type NewStatus, setStatus } from './statuses';
import { Turns } from './Turns';

/** @public */
export interface LocalGitHostOptions {
  /** Folder of the bare repositories, which are at `<root>/<owner>/<repo>.git`. */
  root: string;
  /** The only repositories that are served; every one below `root` if left out. */
  repositories?: { owner: string; repo: string }[];
  /** Owners of whom repositories may be begun; nobody's if left out. */
  newRepositoryOwners?: string[];
  /** Host in the repoUrl; `local` if left out. */
  name?: string;
  /** Who commits; the author is who asked. */
  committer?: { name: string; email: string };
  limits?: Partial<ChangeLimits>;
  now?: () => Date;
  /** The git program; `git` of the PATH if left out. */
  executable?: string;
  /** A run of git that takes longer is ended; milliseconds, one minute if left out. */
  timeoutMs?: number;
}

const COMMITTER = { name: 'Fairway', email: 'fairway@localhost' };

/**
 * Bare repositories in a folder, worked on by spawning git (2.38 or newer), safe for any number of processes at once.
 *
 * @public
 */
export class LocalGitHost extends LocalGitReader implements GitHost {
  readonly kind = 'local';
  readonly capabilities: GitHostCapabilities = {
    reviews: false,
    labels: true,
    statuses: true,
    checks: false,
    autoMerge: false,
    newRepositories: true,
  };
  readonly #repositories: LocalRepositories;
  readonly #committer: { name: string; email: string };
  readonly #limits: ChangeLimits;
  readonly #now: () => Date;
  /** Writers of one branch wait for each other here, and only compete with other processes. */
  readonly #turns = Turns.create();

  /** Throws `git-missing` or `git-too-old`. */
  static async create(options: LocalGitHostOptions): Promise<LocalGitHost> {
    const name = options.name ?? 'local';
    const repositories = await LocalRepositories.create({ ...options, name });
    return new LocalGitHost(options, repositories);
  }

  private constructor(
    options: LocalGitHostOptions,
    repositories: LocalRepositories,
  ) {
    super(repositories);
    this.#repositories = repositories;
    this.#committer = options.committer ?? COMMITTER;
    this.#limits = { ...DEFAULT_CHANGE_LIMITS, ...options.limits };
    this.#now = options.now ?? (() => new Date());
  }

  /** Makes a repository with its first commits; one that is there already is left alone. */
  async createRepository(
    repo: RepositoryRef,
    content: NewRepository,
  ): Promise<{ created: boolean }> {
    const options = { content, limits: this.#limits, now: this.#now };
    return this.#repositories.make(repo, options);
  }

  async beginRepository(
    repo: RepositoryRef,
    beginning: RepositoryBeginning,
  ): Promise<BegunRepository> {
    const options = { repo, beginning, limits: this.#limits, now: this.#now };
    return beginRepository(this.#repositories, options);
  }

  async previewDiff(
    repo: RepositoryRef,
    options: { baseSha: string; files: FileChange[] },
  ): Promise<string> {
    const { baseSha } = options;
    const branch = 'preview';
    const files = checkFiles(options.files, { limits: this.#limits, branch });
    checkCommitId(baseSha);
    const git = await this.#repositories.open(repo);
    const committer = this.#committer;
    return previewFiles(git, { baseSha, files, committer, at: this.#now() });
  }

  async commit(
    repo: RepositoryRef,
    changeSet: ChangeSet,
  ): Promise<CommitResult> {
    const { branch, baseSha, author } = changeSet;
    const git = await this.#repositories.open(repo);
    checkBranch(branch);
    checkCommitId(baseSha);
    checkPerson('author', author);
    const at = changeSet.at ?? this.#now();
    checkTime('commit time', at);
    const defaultBranch = await this.#repositories.defaultBranch(repo);
    const baseBranch = changeSet.baseBranch ?? defaultBranch;
    checkBranch(baseBranch);
    const files = checkFiles(changeSet.files, { limits: this.#limits, branch });
    const message = commitMessage(changeSet);
    const committer = this.#committer;
    return this.#turns.take(`${git.gitDir} ${branch}`, () =>
      commitFiles(git, {
        ...{ branch, baseSha, baseBranch, defaultBranch },
        ...{ files, message, author, committer, at },
      }),
    );
  }

  async openChange(
    repo: RepositoryRef,
    options: NewChange,
  ): Promise<HostedChange> {
    checkBranch(options.branch);
    checkBranch(options.baseBranch);
    checkLine('title', options.title);
    checkText('body', options.body);
    checkPerson('author', options.author);
    return (await this.#changes(repo)).open(options);
  }

  async findChange(
    repo: RepositoryRef,
    options: { branch: string },
  ): Promise<HostedChange | undefined> {
    checkBranch(options.branch);
    return (await this.#changes(repo)).find(options.branch);
  }

  async getChange(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedChange | undefined> {
    return (await this.#changes(repo)).get(options.number);
  }

  async updateChange(
    repo: RepositoryRef,
    options: { number: number; title?: string; body?: string },
  ): Promise<HostedChange> {
    return (await this.#changes(repo)).reword(options);
  }

  async closeChange(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedChange> {
    return (await this.#changes(repo)).close(options.number);
  }

  async mergeChange(
    repo: RepositoryRef,
    options: Parameters<GitHost['mergeChange']>[1],
  ): Promise<{ mergeSha: string }> {
    const { number, headSha, author } = options;
    const git = await this.#repositories.open(repo);
    checkCommitId(headSha);
    checkPerson('author', author);
    const message = commitMessage(options);
    const by = { author, committer: this.#committer, now: this.#now };
    return this.#turns.take(`${git.gitDir} merge`, () =>
      mergeChange(git, { number, headSha, message, ...by }),
    );
  }

  async deleteBranch(
    repo: RepositoryRef,
    options: { branch: string; sha: string },
  ): Promise<boolean> {
    checkBranch(options.branch);
    checkCommitId(options.sha);
    return (await this.#changes(repo)).deleteBranch(options);
  }

  async addLabels(
    repo: RepositoryRef,
    options: { number: number; labels: string[] },
  ): Promise<void> {
    await (await this.#changes(repo)).label(options);
  }

  async setStatus(repo: RepositoryRef, options: NewStatus): Promise<void> {
    const git = await this.#repositories.open(repo);
    await setStatus(git, { ...options, at: this.#now() });
  }

  /** Always `git-not-supported`. */
  async requestReviewers(): Promise<never> {
    throw gitHostError('git-not-supported', {
      host: this.kind,
      feature: 'requested reviewers: nobody has an account there',
      advice: 'Ask for the review in the portal, which keeps approvals itself.',
    });
  }

  /** Always `git-not-supported`. */
  async enableAutoMerge(): Promise<never> {
    throw gitHostError('git-not-supported', {
      host: this.kind,
      feature: 'merging by itself',
      advice: 'Merge the change when it is approved.',
    });
  }

  async #changes(repo: RepositoryRef): Promise<LocalChanges> {
    const git = await this.#repositories.open(repo);
    return LocalChanges.create({ git, now: this.#now });
  }
}
