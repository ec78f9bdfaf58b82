// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../errors';
import { checkRef, isCommitId } from '../names';
import { checkReadPath } from '../paths';
import type { TreeEntry } from '../types';
import type { Git } from './Git';
import { parseTree, readObjects } from './objects';
import { branchRef, listRefs, readRef } from './refs';

/** Commit id of a branch, tag or commit. Names are looked up exactly, never guessed as git does on its command line. */
export async function resolveRef(
  git: Git,
  ref: string,
): Promise<string | undefined> {
  checkRef(ref);
  const names = /^refs\/(heads|tags)\//.test(ref)
    ? [ref]
    : [`refs/heads/${ref}`, `refs/tags/${ref}`];
  const found = isCommitId(ref)
    ? [ref]
    : (await listRefs(git, names)).map(({ sha }) => sha);
  if (found.length === 0) {
    return undefined;
  }
  const commits = await readObjects(
    git,
    found.map(sha => `${sha}^{commit}`),
  );
  const shas = new Set(commits.map(commit => commit?.sha));
  if (shas.size > 1) {
    throw gitHostError('git-ref-ambiguous', { ref });
  }
  return commits[0]?.sha;
}

/** Like `resolveRef`, and throws `git-ref-not-found`. */
export async function existingCommit(git: Git, ref: string): Promise<string> {
  const sha = await resolveRef(git, ref);
  if (sha === undefined) {
    throw gitHostError('git-ref-not-found', { ref, repository: git.label });
  }
  return sha;
}

/** Head of a branch; throws `git-ref-not-found`. */
export async function existingBranch(
  git: Git,
  branch: string,
): Promise<string> {
  const sha = await readRef(git, branchRef(branch));
  if (sha === undefined) {
    throw gitHostError('git-ref-not-found', {
      ref: branch,
      repository: git.label,
    });
  }
  return sha;
}

/** Group-writable files of old commits are ordinary files. */
const treeMode = (mode: string) =>
  (mode === '100664' ? '100644' : mode) as TreeEntry['mode'];

export async function readTree(
  git: Git,
  options: { ref: string; under?: string },
): Promise<TreeEntry[]> {
  const under = options.under?.replace(/\/$/, '') ?? '';
  if (under !== '') {
    checkReadPath(under);
  }
  const sha = await existingCommit(git, options.ref);
  const { stdout } = await git.settled([
    'ls-tree',
    ...['-r', '-z', '--full-tree', '--end-of-options', sha],
    ...(under === '' ? [] : [`${under}/`]),
  ]);
  return stdout
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, , blob] = line.slice(0, tab).split(' ');
      return {
        path: line.slice(tab + 1),
        mode: treeMode(mode),
        sha: blob,
      };
    });
}

export async function readFile(
  git: Git,
  options: { ref: string; path: string },
): Promise<Uint8Array | undefined> {
  const { ref, path } = options;
  checkReadPath(path);
  const sha = await existingCommit(git, ref);
  const cut = path.lastIndexOf('/');
  const [folder, file] = await readObjects(git, [
    `${sha}:${path.slice(0, Math.max(cut, 0))}`,
    `${sha}:${path}`,
  ]);
  if (folder?.type !== 'tree' || file?.type !== 'blob') {
    return undefined;
  }
  const entry = parseTree(folder.content).get(path.slice(cut + 1));
  return entry?.mode.startsWith('100')
    ? Uint8Array.from(file.content)
    : undefined;
}
