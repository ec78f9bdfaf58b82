// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One atomic commit by compare-and-set: read where the branch is, plan against it, store the commit, move the branch only
// if it is still there. Whoever loses starts over, so that the rules are asked of the new state again.
import type { CheckedFiles } from '../changeSet';
import { gitHostError } from '../errors';
import { parentFolders } from '../paths';
import { planCommit } from '../planCommit';
import type { CommitResult } from '../types';
import { previewCommit } from './diff';
import type { Git, StartedGit } from './Git';
import { readSnapshots, startReading, type StoredSnapshot } from './objects';
import {
  branchRef,
  listRefs,
  readRef,
  startUpdating,
  untilWon,
  updateRefs,
} from './refs';
import { type CommitOrder, writeCommit } from './writeCommit';

/** A change set, every part of it checked. */
export interface CommitRequest
  extends Pick<CommitOrder, 'message' | 'author' | 'committer' | 'at'> {
  branch: string;
  baseSha: string;
  /** Name of the branch that `baseSha` was read from. */
  baseBranch: string;
  files: CheckedFiles;
}

/** The touched folders of commits; throws `git-ref-not-found` for a base that is no commit of the repository. */
export async function touchedFolders(
  git: Git,
  options: { files: CheckedFiles; commits: string[]; started?: StartedGit },
): Promise<StoredSnapshot[]> {
  const { files, commits, started } = options;
  const paths = [...files.deletes, ...files.writes.map(({ path }) => path)];
  const snapshots = await readSnapshots(git, {
    commits,
    folders: [...new Set(paths.flatMap(parentFolders))],
    started,
  });
  return snapshots.map((snapshot, index) => {
    if (!snapshot) {
      throw gitHostError('git-ref-not-found', {
        ref: commits[index],
        repository: git.label,
      });
    }
    return snapshot;
  });
}

/** Moves the branch; undefined when another process was faster. */
async function publish(
  git: Git,
  options: {
    branch: string;
    from: string | undefined;
    to: string;
    started: StartedGit;
  },
): Promise<string | undefined> {
  const { branch, from, to, started } = options;
  const name = branchRef(branch);
  const refused = await updateRefs([{ name, from, to }], started);
  if (refused === undefined) {
    return to;
  }
  if (/exists; cannot create/.test(refused)) {
    throw gitHostError('git-branch-name-taken', { branch });
  }
  if ((await readRef(git, name)) === from) {
    throw git.failure(['update-ref'], {
      exitCode: 128,
      stdout: Buffer.alloc(0),
      stderr: refused,
    });
  }
  return undefined;
}

/** Where the base branch was when what is at `baseSha` left it: `baseSha` itself, unless that is on another branch. */
async function forkOf(
  git: Git,
  options: { baseSha: string; baseHead: string },
): Promise<string> {
  const { baseSha, baseHead } = options;
  if (baseSha === baseHead) {
    return baseSha;
  }
  const { stdout } = await git.run(
    ['merge-base', '--end-of-options', baseSha, baseHead],
    { accept: [0, 1, 128] }, // 128: no such commit, which is said by whoever reads it
  );
  return stdout.toString('latin1').trim() || baseSha;
}

async function tryCommit(
  git: Git,
  request: CommitRequest,
  reading: StartedGit,
): Promise<CommitResult | undefined> {
  const { branch, baseBranch, baseSha, files } = request;
  const refs = await listRefs(git, [branch, baseBranch].map(branchRef));
  const ownRef = refs.find(({ name }) => name === branchRef(branch));
  if (ownRef?.isDefaultBranch || branch === baseBranch) {
    throw gitHostError('git-branch-protected', { branch });
  }
  const baseHead = refs.find(({ name }) => name === branchRef(baseBranch))?.sha;
  if (baseHead === undefined) {
    throw gitHostError('git-ref-not-found', {
      ref: baseBranch,
      repository: git.label,
    });
  }
  const parentSha = ownRef?.sha ?? baseSha;
  const forkSha = await forkOf(git, { baseSha, baseHead });
  // Mostly all four are one commit, which is read once.
  const commits = [...new Set([baseSha, parentSha, baseHead, forkSha])];
  const snapshots = await touchedFolders(git, {
    ...{ files, commits, started: reading },
  });
  const at = (sha: string) => snapshots[commits.indexOf(sha)];
  const parent = at(parentSha);
  const plan = planCommit({
    files,
    parent,
    readAt: [
      { branch, then: at(baseSha), now: parent },
      { branch: baseBranch, then: at(forkSha), now: at(baseHead) },
    ],
  });
  if (plan.writes.length + plan.deletes.length === 0) {
    return { commitSha: parentSha, action: 'unchanged' };
  }
  const updating = startUpdating(git);
  try {
    const { trees } = parent;
    const to = await writeCommit(git, { ...request, plan, parentSha, trees });
    const order = { branch, from: ownRef?.sha, to, started: updating };
    return (await publish(git, order)) === undefined
      ? undefined
      : { commitSha: to, action: ownRef ? 'updated' : 'created' };
  } finally {
    updating.drop();
  }
}

/** Throws `git-path-changed`, `git-branch-protected`, `git-branch-name-taken`, `git-busy` and the path errors. */
export async function commitFiles(
  git: Git,
  request: CommitRequest,
): Promise<CommitResult> {
  return untilWon({ ref: request.branch }, async () => {
    const reading = startReading(git);
    return tryCommit(git, request, reading).finally(() => reading.drop());
  });
}

/** The diff that `commitFiles` would make on top of `baseSha`. Throws the path errors. */
export async function previewFiles(
  git: Git,
  options: {
    baseSha: string;
    files: CheckedFiles;
    committer: { name: string; email: string };
    at: Date;
  },
): Promise<string> {
  const { baseSha, files, committer, at } = options;
  const [parent] = await touchedFolders(git, { files, commits: [baseSha] });
  return previewCommit(git, {
    ...{ parentSha: baseSha, plan: planCommit({ files, parent }) },
    trees: parent.trees,
    ...{ message: 'Preview\n', author: committer, committer, at },
  });
}
