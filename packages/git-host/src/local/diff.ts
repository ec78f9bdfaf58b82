// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Git } from './Git';
import { type CommitOrder, writeCommit } from './writeCommit';

/** Plumbing, as `git diff` prints it, with nothing left to configuration or to the number of objects. */
const DIFF = [
  'diff-tree',
  '-r',
  '-p',
  '--full-index',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-renames',
  '--no-relative',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--unified=3',
  '--inter-hunk-context=0',
  '--submodule=short',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '-O/dev/null',
];

/** Unified diff between two commits or trees. */
export async function diffCommits(
  git: Git,
  options: { base: string; head: string },
): Promise<string> {
  const { stdout } = await git.run([
    ...DIFF,
    '--end-of-options',
    options.base,
    options.head,
    '--',
  ]);
  return stdout.toString('utf8');
}

/** Works in a repository of its own that is thrown away; it sees the objects of `alternate`, if one is given. */
export async function inScratchRepository<TResult>(
  options: { alternate?: string },
  work: (gitDir: string) => Promise<TResult>,
): Promise<TResult> {
  const gitDir = await mkdtemp(join(tmpdir(), 'fairway-preview-'));
  try {
    await mkdir(join(gitDir, 'refs'));
    await mkdir(join(gitDir, 'objects', 'info'), { recursive: true });
    await writeFile(join(gitDir, 'HEAD'), 'ref: refs/heads/preview\n');
    if (options.alternate !== undefined) {
      await writeFile(
        join(gitDir, 'objects', 'info', 'alternates'),
        `${join(options.alternate, 'objects')}\n`,
      );
    }
    return await work(gitDir);
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}

/** The diff of a commit that is made in a repository of its own and thrown away: not even an object stays behind. */
export async function previewCommit(
  git: Git,
  order: CommitOrder & { parentSha: string },
): Promise<string> {
  return inScratchRepository({ alternate: git.gitDir }, async gitDir => {
    const preview = git.at(gitDir);
    const head = await writeCommit(preview, order);
    return diffCommits(preview, { base: order.parentSha, head });
  });
}
