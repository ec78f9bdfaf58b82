// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { access } from 'node:fs/promises';
import { join, resolve as resolvePath } from 'node:path';
import {
  type ChangeLimits,
  checkFiles,
  DEFAULT_CHANGE_LIMITS,
} from '../changeSet';
import { gitHostError } from '../errors';
import {
  checkBranch,
  checkLine,
  checkPerson,
  checkText,
  commitMessage,
  isCommitId,
} from '../names';
import { planCommit } from '../planCommit';
import { checkRepositoryRef, formatRepoUrl } from '../repoUrl';
import type {
  ChangeSet,
  CommitResult,
  FileChange,
  GitHost,
  HostedChange,
  RepositoryRef,
  TreeEntry,
} from '../types';
import { commitFiles, touchedFolders } from './commitFiles';
import { createRepository, type NewRepository } from './createRepository';
import { diffCommits, previewCommit } from './diff';
import { checkGitVersion, Git } from './Git';
import { LocalChanges, type NewChange } from './LocalChanges';
import { existingCommit, readFile, readTree, resolveRef } from './read';
import { sweepScratchRefs } from './refs';

/** @public */
export interface LocalGitHostOptions {
  /** Folder of the bare repositories, which are at `<root>/<owner>/<repo>.git`. */
  root: string;
  /** The only repositories that are served; every one below `root` if left out. */
  repositories?: { owner: string; repo: string }[];
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

const shellQuote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * Bare repositories in a folder, worked on by spawning git (2.38 or newer), safe for any number of processes at once.
 *
 * @public
 */
export class LocalGitHost implements GitHost {
  readonly kind = 'local';
  readonly #options: LocalGitHostOptions & { root: string; name: string };
  readonly #limits: ChangeLimits;
  readonly #now: () => Date;
  readonly #opened = new Map<string, Promise<Git>>();
  /** Commits to one branch wait for each other here, and only compete with other processes. */
  readonly #turns = new Map<string, Promise<unknown>>();

  /** Throws `git-missing` or `git-too-old`. */
  static async create(options: LocalGitHostOptions): Promise<LocalGitHost> {
    const host = new LocalGitHost(options);
    await checkGitVersion(
      Git.create({
        gitDir: resolvePath(options.root),
        label: 'root',
        executable: options.executable,
      }),
    );
    return host;
  }

  private constructor(options: LocalGitHostOptions) {
    this.#options = {
      ...options,
      root: resolvePath(options.root),
      name: options.name ?? 'local',
    };
    this.#limits = { ...DEFAULT_CHANGE_LIMITS, ...options.limits };
    this.#now = options.now ?? (() => new Date());
  }

  /** Makes a repository with its first commits; one that is there already is left alone. */
  async createRepository(
    repo: RepositoryRef,
    content: NewRepository,
  ): Promise<{ created: boolean }> {
    const git = this.#git(repo);
    if (await this.#exists(git)) {
      return { created: false };
    }
    try {
      await createRepository(git, {
        content,
        limits: this.#limits,
        now: this.#now,
      });
    } catch (error) {
      // Another process made it meanwhile.
      if (await this.#exists(git)) {
        return { created: false };
      }
      throw error;
    }
    return { created: true };
  }

  async defaultBranch(repo: RepositoryRef): Promise<string> {
    return this.#defaultBranch(await this.#open(repo));
  }

  async resolve(repo: RepositoryRef, ref: string): Promise<string | undefined> {
    return resolveRef(await this.#open(repo), ref);
  }

  async readTree(
    repo: RepositoryRef,
    options: { ref: string; under?: string },
  ): Promise<TreeEntry[]> {
    return readTree(await this.#open(repo), options);
  }

  async readFile(
    repo: RepositoryRef,
    options: { ref: string; path: string },
  ): Promise<Uint8Array | undefined> {
    return readFile(await this.#open(repo), options);
  }

  async diff(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<string> {
    const git = await this.#open(repo);
    const [base, head] = await Promise.all([
      existingCommit(git, options.base),
      existingCommit(git, options.head),
    ]);
    return diffCommits(git, { base, head });
  }

  async previewDiff(
    repo: RepositoryRef,
    options: { baseSha: string; files: FileChange[] },
  ): Promise<string> {
    const { baseSha } = options;
    const git = await this.#open(repo);
    const branch = 'preview';
    const files = checkFiles(options.files, { limits: this.#limits, branch });
    this.#checkBase(baseSha);
    const [parent] = await touchedFolders(git, { files, commits: [baseSha] });
    const author = this.#committer();
    return previewCommit(git, {
      parentSha: baseSha,
      plan: planCommit({ files, parent }),
      message: 'Preview\n',
      author,
      committer: author,
      at: this.#now(),
    });
  }

  async commit(
    repo: RepositoryRef,
    changeSet: ChangeSet,
  ): Promise<CommitResult> {
    const git = await this.#open(repo);
    const { branch, baseSha, author } = changeSet;
    checkBranch(branch);
    this.#checkBase(baseSha);
    checkPerson('author', author);
    const at = changeSet.at ?? this.#now();
    if (!(at.getTime() >= 0)) {
      throw gitHostError('git-text-invalid', {
        field: 'commit time',
        value: String(at),
        reason: 'is not a time since 1970',
      });
    }
    const baseBranch = changeSet.baseBranch ?? (await this.#defaultBranch(git));
    checkBranch(baseBranch);
    const request = {
      branch,
      baseSha,
      baseBranch,
      files: checkFiles(changeSet.files, { limits: this.#limits, branch }),
      message: commitMessage(changeSet),
      author,
      committer: this.#committer(),
      at,
    };
    return this.#inTurn(`${git.gitDir} ${branch}`, () =>
      commitFiles(git, request),
    );
  }

  async openChange(
    repo: RepositoryRef,
    options: NewChange,
  ): Promise<HostedChange> {
    const git = await this.#open(repo);
    checkBranch(options.branch);
    checkBranch(options.baseBranch);
    checkLine('title', options.title);
    checkText('body', options.body);
    checkPerson('author', options.author);
    return LocalChanges.create({ git, now: this.#now }).open(options);
  }

  async findChange(
    repo: RepositoryRef,
    options: { branch: string },
  ): Promise<HostedChange | undefined> {
    const git = await this.#open(repo);
    checkBranch(options.branch);
    return LocalChanges.create({ git, now: this.#now }).find(options.branch);
  }

  inspectCommand(repo: RepositoryRef, options: { branch: string }): string {
    checkBranch(options.branch);
    const path = shellQuote(this.#git(repo).gitDir);
    return `git -C ${path} log -1 -p ${shellQuote(options.branch)} --`;
  }

  async #defaultBranch(git: Git): Promise<string> {
    const { stdout } = await git.run(['symbolic-ref', '--short', 'HEAD']);
    return stdout.toString('utf8').trim();
  }

  #committer() {
    return (
      this.#options.committer ?? { name: 'Fairway', email: 'fairway@localhost' }
    );
  }

  #checkBase(baseSha: string): void {
    if (!isCommitId(baseSha)) {
      throw gitHostError('git-ref-invalid', {
        ref: baseSha,
        reason: 'is not a commit id of 40 hexadecimal digits',
      });
    }
  }

  /** Throws `git-repository-not-configured` for what this host was not made for, before anything is looked up. */
  #git(repo: RepositoryRef): Git {
    const { root, name, repositories, executable, timeoutMs } = this.#options;
    checkRepositoryRef(repo);
    const isServed =
      repo.host === name &&
      (repositories === undefined ||
        repositories.some(
          served => served.owner === repo.owner && served.repo === repo.repo,
        ));
    const label = formatRepoUrl(repo);
    if (!isServed) {
      throw gitHostError('git-repository-not-configured', {
        repository: label,
      });
    }
    const gitDir = join(root, repo.owner, `${repo.repo}.git`);
    return Git.create({ gitDir, label, executable, timeoutMs });
  }

  async #exists(git: Git): Promise<boolean> {
    return access(join(git.gitDir, 'HEAD')).then(
      () => true,
      () => false,
    );
  }

  async #open(repo: RepositoryRef): Promise<Git> {
    const git = this.#git(repo);
    if (!(await this.#exists(git))) {
      this.#opened.delete(git.gitDir);
      throw gitHostError('git-repository-not-found', { repository: git.label });
    }
    const opened =
      this.#opened.get(git.gitDir) ?? sweepScratchRefs(git).then(() => git);
    this.#opened.set(git.gitDir, opened);
    opened.catch(() => this.#opened.delete(git.gitDir));
    return opened;
  }

  async #inTurn<TResult>(
    key: string,
    task: () => Promise<TResult>,
  ): Promise<TResult> {
    const before = this.#turns.get(key) ?? Promise.resolve();
    const own = before.then(task, task);
    this.#turns.set(key, own);
    try {
      return await own;
    } finally {
      if (this.#turns.get(key) === own) {
        this.#turns.delete(key);
      }
    }
  }
}
