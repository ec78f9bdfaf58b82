// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Git } from './Git';

async function revisions(git: Git, args: string[]): Promise<string[]> {
  const { stdout } = await git.run(['rev-list', ...args]);
  return stdout.toString('latin1').split('\n').filter(Boolean);
}

/**
 * The commit of the base branch by which `headSha` came to it: the merge commit, or the head itself when the base was
 * moved forward to it. Undefined while the base does not contain the head.
 */
export async function mergeOf(
  git: Git,
  options: { headSha: string; baseSha: string },
): Promise<string | undefined> {
  const { headSha, baseSha } = options;
  const { exitCode } = await git.run(
    ['merge-base', '--is-ancestor', '--end-of-options', headSha, baseSha],
    { accept: [0, 1] },
  );
  if (exitCode !== 0) {
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
  return first === undefined || first[1] === headSha ? headSha : first[0];
}
