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
  /** By name; left out where the change has none. */
  labels?: string[];
}

/** What lies between the merge base of two commits and the later one. @public */
export interface Comparison {
  mergeBaseSha: string;
  /** Commits that only the head has, and that only the base has. */
  aheadBy: number;
  behindBy: number;
  /** Files that differ between merge base and head; a rename is one removed and one added. */
  files: { path: string; status: 'added' | 'modified' | 'removed' }[];
  /** Commits that only the head has, oldest first. */
  commits: HostedCommit[];
}

/** @public */
export interface HostedCommit {
  sha: string;
  author: { name: string; email: string };
  committer: { name: string; email: string };
  /** Whole message, trailers included. */
  message: string;
  /** ISO 8601. */
  at: string;
}

/** One status, check run or deployment of a commit, the newest of its name. @public */
export interface HostedCheck {
  name: string;
  source: 'status' | 'check' | 'deployment';
  state:
    | 'queued'
    | 'running'
    | 'succeeded'
    | 'failed'
    | 'cancelled'
    | 'skipped';
  summary?: string;
  url?: string;
  /** Of a deployment. */
  environment?: string;
  /** ISO 8601. */
  updatedAt?: string;
}

/** A person's review of a change, the newest of each person. @public */
export interface HostedReview {
  /** The host's login. */
  reviewer: string;
  verdict: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** Commit that was looked at. */
  sha: string;
  body?: string;
  at: string;
}

/** What a host can do; what it cannot is refused with `git-not-supported`. @public */
export interface GitHostCapabilities {
  /** Reviews and requested reviewers of people who have an account there. */
  reviews: boolean;
  labels: boolean;
  /** Writes and reads statuses of a commit. */
  statuses: boolean;
  /** Runs checks or deployments of its own. */
  checks: boolean;
  autoMerge: boolean;
  /** Opens changes as drafts, which are made ready when they are merged; false if left out. */
  drafts?: boolean;
  /** Makes repositories of their own, of owners that it was made for; false if left out. */
  newRepositories?: boolean;
}

/** What a repository begins with: one commit on its default branch. @public */
export interface RepositoryBeginning {
  files: { path: string; content: string | Uint8Array; executable?: boolean }[];
  /** First line is the subject. */
  message: string;
  trailers: Trailer[];
  /** Who asked, and who is the committer too. */
  author: { name: string; email: string };
  /** Time of the commit. The same time, files and words are the same commit, which is found again. */
  at: Date;
  /** One line that says what it is for; none if left out. */
  description?: string;
  /** `private` if left out. */
  visibility?: 'private' | 'public';
}

/** @public */
export interface BegunRepository {
  /** The first commit. */
  commitSha: string;
  /** `unchanged`: it was there already, and began with this very commit. */
  action: 'created' | 'unchanged';
  defaultBranch: string;
  /** Web page of it, where the host has one. */
  url?: string;
}

/**
 * A Git host. Every method takes only repositories that the host was made for;
 * adapters: local bare repositories, GitHub.
 *
 * Errors are of the package's closed list, see `errors.ts`.
 *
 * @public
 */
export interface GitHost {
  readonly kind: string;
  readonly capabilities: GitHostCapabilities;
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
      /** Opens it as a draft, where the host has drafts; one that is there stays as it is. */
      draft?: boolean;
    },
  ): Promise<HostedChange>;
  /** The newest change of a branch; head and state as the branches are now. */
  findChange(
    repo: RepositoryRef,
    options: { branch: string },
  ): Promise<HostedChange | undefined>;
  /** A change by its number; head and state as the branches are now. */
  getChange(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedChange | undefined>;
  /**
   * New words for a change.
   *
   * @throws NotFoundError `git-change-not-found`
   */
  updateChange(
    repo: RepositoryRef,
    options: { number: number; title?: string; body?: string },
  ): Promise<HostedChange>;
  /** Closes a change without merging it and keeps its branch; a closed one stays as it is. `git-change-merged` for a merged one. */
  closeChange(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedChange>;
  /**
   * Merges exactly the commit that was decided about. Asked again after it was merged, answers the same.
   *
   * @throws ConflictError `git-change-moved` when the head is another, `git-merge-conflict` with the paths in `details.paths`,
   * `git-merge-blocked` when the host wants more (a review, a check), `git-change-closed`
   */
  mergeChange(
    repo: RepositoryRef,
    options: {
      number: number;
      /** The head that may be merged. */
      headSha: string;
      /** Of the merge commit: first line is the subject. */
      message: string;
      trailers: Trailer[];
      author: { name: string; email: string };
    },
  ): Promise<{ mergeSha: string }>;
  /** Whether a change can be merged as the branches are now; the paths in conflict where the host tells them. */
  mergeability(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<{
    state: 'clean' | 'conflict' | 'blocked' | 'unknown';
    paths: string[];
  }>;
  /** Deletes a branch, only while it is at the commit; false when it was not, or was not there. */
  deleteBranch(
    repo: RepositoryRef,
    options: { branch: string; sha: string },
  ): Promise<boolean>;
  /** Merge base…head: files and commits. */
  compare(
    repo: RepositoryRef,
    options: { base: string; head: string },
  ): Promise<Comparison>;
  /** Statuses, checks and deployments of a commit. */
  checks(repo: RepositoryRef, options: { sha: string }): Promise<HostedCheck[]>;
  /** Sets a status of a commit; the newest of a name counts. */
  setStatus(
    repo: RepositoryRef,
    options: {
      sha: string;
      name: string;
      state: 'pending' | 'success' | 'failure';
      description: string;
      url?: string;
    },
  ): Promise<void>;
  /** Newest review of each person; empty where the host has none. */
  reviews(
    repo: RepositoryRef,
    options: { number: number },
  ): Promise<HostedReview[]>;
  /** Asks people and teams of the host for a review; whom it did not take is told, with the host's reason. */
  requestReviewers(
    repo: RepositoryRef,
    options: { number: number; users: string[]; teams: string[] },
  ): Promise<{
    requested: string[];
    failed: { name: string; reason: string }[];
  }>;
  /** Adds labels; those that are there stay. */
  addLabels(
    repo: RepositoryRef,
    options: { number: number; labels: string[] },
  ): Promise<void>;
  /** Lets the host merge as soon as its own rules are met. */
  enableAutoMerge(
    repo: RepositoryRef,
    options: { number: number; headSha: string },
  ): Promise<void>;
  /**
   * Makes a repository that begins with one commit. Asked again, it makes good what an earlier attempt left half done, and
   * answers `unchanged` for what is there. Nothing is ever written over what is there and began otherwise.
   *
   * @throws NotAllowedError `git-repository-not-configured` for an owner that the host was not made for, ConflictError
   * `git-repository-taken` where there is another repository of that name
   */
  beginRepository(
    repo: RepositoryRef,
    beginning: RepositoryBeginning,
  ): Promise<BegunRepository>;
  /** A command that a person can paste to see the branch's last commit, where they can reach the repository. */
  inspectCommand(
    repo: RepositoryRef,
    options: { branch: string },
  ): string | undefined;
}
