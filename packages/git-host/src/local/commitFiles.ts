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
import type { Git } from './Git';
import { readObjects, readSnapshots, type StoredSnapshot } from './objects';
import { branchRef, listRefs, moveRef, readRef, untilWon } from './refs';
import { type CommitOrder, writeCommit } from './writeCommit';

/** A change set, every part of it checked. */
export interface CommitRequest
  extends Pick<CommitOrder, 'message' | 'author' | 'committer' | 'at'> {
  branch: string;
  baseSha: string;
  /** Name of the branch that `baseSha` was read from. */
  baseBranch: string;
  defaultBranch: string;
  files: CheckedFiles;
}

/** The touched folders of commits; throws `git-ref-not-found` for a base that is no commit of the repository. */
export async function touchedFolders(
  git: Git,
  options: { files: CheckedFiles; commits: string[] },
): Promise<StoredSnapshot[]> {
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

/** Moves the branch; undefined when another process was faster. */
async function publish(
  git: Git,
  options: {
    branch: string;
    from: string | undefined;
    to: string;
  },
): Promise<string | undefined> {
  const { branch, from, to } = options;
  const name = branchRef(branch);
  const refused = await moveRef(git, { name, from, to });
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
  const { stdout } = await git.settled(
    ['merge-base', '--end-of-options', baseSha, baseHead],
    { accept: [0, 1, 128] }, // 128: no such commit, which is said by whoever reads it
  );
  return stdout.toString('latin1').trim() || baseSha;
}

async function tryCommit(
  git: Git,
  request: CommitRequest,
  heads: (string | undefined)[],
): Promise<CommitResult | undefined> {
  const { branch, baseBranch, baseSha, files } = request;
  const [ownSha, baseHead] = heads;
  if (baseHead === undefined) {
    throw gitHostError('git-ref-not-found', {
      ref: baseBranch,
      repository: git.label,
    });
  }
  const parentSha = ownSha ?? baseSha;
  const forkSha = await forkOf(git, { baseSha, baseHead });
  // Mostly all four are one commit, which is read once.
  const commits = [...new Set([baseSha, parentSha, baseHead, forkSha])];
  const snapshots = await touchedFolders(git, { files, commits });
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
  const { trees } = parent;
  const to = await writeCommit(git, { ...request, plan, parentSha, trees });
  const published = await publish(git, { branch, from: ownSha, to });
  return published === undefined
    ? undefined
    : { commitSha: to, action: ownSha ? 'updated' : 'created' };
}

/**
 * Heads of branches, by the git that is there already. It takes `refs/heads/x` for a tag of that whole name where there is
 * no such branch, so whoever is refused by what it said looks the names up exactly.
 */
async function peekHeads(
  git: Git,
  names: string[],
): Promise<(string | undefined)[]> {
  const commits = await readObjects(
    git,
    names.map(name => `${name}^{commit}`),
  );
  return commits.map(commit => commit?.sha);
}

async function exactHeads(
  git: Git,
  names: string[],
): Promise<(string | undefined)[]> {
  const refs = await listRefs(git, names);
  return names.map(wanted => refs.find(({ name }) => name === wanted)?.sha);
}

/** Throws `git-path-changed`, `git-branch-protected`, `git-branch-name-taken`, `git-busy` and the path errors. */
export async function commitFiles(
  git: Git,
  request: CommitRequest,
): Promise<CommitResult> {
  const { branch, baseBranch, defaultBranch } = request;
  if (branch === baseBranch || branch === defaultBranch) {
    throw gitHostError('git-branch-protected', { branch });
  }
  const names = [branch, baseBranch].map(branchRef);
  let readHeads = peekHeads;
  return untilWon({ ref: branch }, async () => {
    const heads = await readHeads(git, names);
    readHeads = exactHeads;
    return tryCommit(git, request, heads);
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
