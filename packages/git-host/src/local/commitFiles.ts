// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// One atomic commit by compare-and-set: read where the branch is, plan against it, import under a scratch ref, move the
// branch only if it is still there. Whoever loses starts over, so that the rules are asked of the new state again.
import type { CheckedFiles } from '../changeSet';
import { gitHostError } from '../errors';
import { parentFolders } from '../paths';
import { planCommit, type TreeSnapshot } from '../planCommit';
import type { CommitResult } from '../types';
import { previewCommit } from './diff';
import type { Git } from './Git';
import { type CommitOrder, importCommit } from './importCommit';
import { readSnapshots } from './objects';
import {
  branchRef,
  listRefs,
  readRef,
  scratchRef,
  type RefUpdate,
  untilWon,
  updateRefs,
} from './refs';

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
  options: { files: CheckedFiles; commits: string[] },
): Promise<TreeSnapshot[]> {
  const { files, commits } = options;
  const paths = [...files.deletes, ...files.writes.map(({ path }) => path)];
  const snapshots = await readSnapshots(git, {
    commits,
    folders: [...new Set(paths.flatMap(parentFolders))],
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

/** Moves the branch and drops the scratch ref in one transaction; undefined when another process was faster. */
async function publish(
  git: Git,
  options: {
    branch: string;
    from: string | undefined;
    to: string;
    scratch: RefUpdate;
  },
): Promise<string | undefined> {
  const { branch, from, to, scratch } = options;
  const refused = await updateRefs(git, [
    { name: branchRef(branch), from, to },
    scratch,
  ]);
  if (refused === undefined) {
    return to;
  }
  if (/exists; cannot create/.test(refused)) {
    throw gitHostError('git-branch-name-taken', { branch });
  }
  if ((await readRef(git, branchRef(branch))) === from) {
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
  const [base, parent, latest, fork] = await touchedFolders(git, {
    files,
    commits: [baseSha, parentSha, baseHead, forkSha],
  });
  const plan = planCommit({
    files,
    parent,
    readAt: [
      { branch, then: base, now: parent },
      { branch: baseBranch, then: fork, now: latest },
    ],
  });
  if (plan.writes.length + plan.deletes.length === 0) {
    return { commitSha: parentSha, action: 'unchanged' };
  }
  const ref = scratchRef();
  let published: string | undefined;
  try {
    const commitSha = await importCommit(git, {
      ...request,
      plan,
      parentSha,
      ref,
    });
    published = await publish(git, {
      branch,
      from: ownRef?.sha,
      to: commitSha,
      scratch: { name: ref, from: commitSha, to: undefined },
    });
  } finally {
    if (published === undefined) {
      await updateRefs(git, [{ name: ref, from: undefined, to: undefined }]);
    }
  }
  return published === undefined
    ? undefined
    : { commitSha: published, action: ownRef ? 'updated' : 'created' };
}

/** Throws `git-path-changed`, `git-branch-protected`, `git-branch-name-taken`, `git-busy` and the path errors. */
export async function commitFiles(
  git: Git,
  request: CommitRequest,
): Promise<CommitResult> {
  return untilWon({ ref: request.branch }, () => tryCommit(git, request));
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
    ...{ message: 'Preview\n', author: committer, committer, at },
  });
}
