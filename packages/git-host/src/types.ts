// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** A repository on a configured host; `local?owner=acme&repo=infrastructure-live` as a repoUrl. @public */
export interface RepositoryRef {
  host: string;
  owner: string;
  repo: string;
}

/** One file of a change set. Paths are relative to the repository root, with `/`. @public */
export type FileChange =
  | { path: string; content: string | Uint8Array; executable?: boolean }
  | { path: string; delete: true };

/** A git trailer, for example `Requested-by: user:default/pia`. @public */
export interface Trailer {
  key: string;
  value: string;
}

/** Everything that one atomic commit needs. @public */
export interface ChangeSet {
  /** Branch to make or to move forward; never the base branch. */
  branch: string;
  /** Commit that the files were read from; a new branch starts here. */
  baseSha: string;
  /**
   * Branch that `baseSha` was read from: the commit is refused when a touched path was changed on it since.
   * The default branch if left out.
   */
  baseBranch?: string;
  files: FileChange[];
  /** First line is the subject. */
  message: string;
  trailers: Trailer[];
  author: { name: string; email: string };
  /** Commit time; now if left out. Fixed times make a retry give the same commit id. */
  at?: Date;
}

/** @public */
export interface CommitResult {
  commitSha: string;
  /** `unchanged`: the branch already held these files, nothing was written. */
  action: 'created' | 'updated' | 'unchanged';
}

/** @public */
export interface TreeEntry {
  path: string;
  mode: '100644' | '100755' | '120000' | '160000';
  sha: string;
}

/** A pull request, merge request, or the local host's equivalent. @public */
export interface HostedChange {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'merged' | 'closed';
  branch: string;
  baseBranch: string;
  headSha: string;
  createdAt: string;
  /** Web page of it, where the host has one. */
  url?: string;
  /** Set when merged. */
  mergeSha?: string;
}

/**
 * A Git host. Every method takes only repositories that the host was made for;
 * adapters: local bare repositories, GitHub (later).
 *
 * Errors are of the package's closed list, see `errors.ts`.
 *
 * @public
 */
export interface GitHost {
  readonly kind: string;
  /** Name of the default branch. */
  defaultBranch(repo: RepositoryRef): Promise<string>;
  /**
   * Commit id of a branch, tag or commit; undefined where there is none.
   * `refs/heads/x` and `refs/tags/x` tell a branch from a tag of the same name; `git-ref-ambiguous` otherwise.
   */
  resolve(repo: RepositoryRef, ref: string): Promise<string | undefined>;
  /** Files of a commit, optionally below a folder. */
  readTree(
    repo: RepositoryRef,
    options: { ref: string; under?: string },
  ): Promise<TreeEntry[]>;
  /** Content of a file at a commit, undefined where there is none; a symbolic link is no file. */
  readFile(
    repo: RepositoryRef,
    options: { ref: string; path: string },
  ): Promise<Uint8Array | undefined>;
  /** Unified diff (`git diff`) between two commits. */
  diff(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<string>;
  /** Unified diff that a change set would make, without leaving a ref behind. */
  previewDiff(
    repo: RepositoryRef,
    options: { baseSha: string; files: FileChange[] },
  ): Promise<string>;
  /**
   * One atomic commit on `branch`. Never forced: an existing branch is only moved forward, by compare-and-set;
   * the same files again give `unchanged`, and so does a change that the base holds already (then no branch is made).
   * A path is replaced only when it is as it was at `baseSha`: `git-path-changed` otherwise.
   */
  commit(repo: RepositoryRef, changeSet: ChangeSet): Promise<CommitResult>;
  /** Opens a change for a branch, or answers the open one that is there already. */
  openChange(
    repo: RepositoryRef,
    options: {
      branch: string;
      baseBranch: string;
      title: string;
      body: string;
      author: { name: string; email: string };
    },
  ): Promise<HostedChange>;
  /** The newest change of a branch; head and state as the branches are now. */
  findChange(
    repo: RepositoryRef,
    options: { branch: string },
  ): Promise<HostedChange | undefined>;
  /** A command that a person can paste to see the branch's last commit, where they can reach the repository. */
  inspectCommand(
    repo: RepositoryRef,
    options: { branch: string },
  ): string | undefined;
}
