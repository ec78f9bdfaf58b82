// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Git } from './Git';
import { readObjects } from './objects';

async function revisions(git: Git, args: string[]): Promise<string[]> {
  const { stdout } = await git.run(['rev-list', ...args]);
  return stdout.toString('latin1').split('\n').filter(Boolean);
}

/** Whether `head` has the commit in its history; no, too, for a commit that was dropped since nothing led to it. */
export async function isOnBranch(
  git: Git,
  options: { sha: string; head: string },
): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', '--end-of-options'];
  const output = await git.run([...args, options.sha, options.head], {
    accept: [0, 1, 128],
  });
  if (output.exitCode === 128) {
    const [commit] = await readObjects(git, [`${options.sha}^{commit}`]);
    if (commit) {
      throw git.failure(args, output);
    }
  }
  return output.exitCode === 0;
}

/** How a head came to a base branch. */
export interface MergedHead {
  headSha: string;
  /** The merge commit, or the head itself when the base was moved forward to it. */
  mergeSha: string;
  /** What was merged: the head, or a later commit that it came with. */
  mergedSha: string;
}

/** How `headSha` came to the base branch; undefined while the base does not contain it. */
export async function mergeOf(
  git: Git,
  options: { headSha: string; baseSha: string },
): Promise<MergedHead | undefined> {
  const { headSha, baseSha } = options;
  if (!(await isOnBranch(git, { sha: headSha, head: baseSha }))) {
    return undefined;
  }
  const range = ['--end-of-options', `${headSha}..${baseSha}`];
  const [descendants, mainline] = await Promise.all([
    revisions(git, ['--ancestry-path', ...range]),
    revisions(git, ['--first-parent', '--parents', ...range]),
  ]);
  const after = new Set(descendants);
  const first = mainline
    .map(line => line.split(' '))
    .filter(([sha]) => after.has(sha))
    .at(-1);
  if (first === undefined || first[1] === headSha) {
    return { headSha, mergeSha: headSha, mergedSha: headSha };
  }
  const [mergeSha, , ...others] = first;
  const mergedSha = others.length === 1 ? others[0] : headSha;
  return { headSha, mergeSha, mergedSha };
}
