// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// simple-git as its documentation has it: a working tree that is there already, files written to it, add, commit.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Commit } from './contenders';
import { AUTHOR } from './repository';

const own = createRequire(require.resolve('../../packages/git-host'));
const { simpleGit }: typeof import('simple-git') = own('simple-git');

export async function inWorkingTree(options: {
  gitDir: string;
  baseSha: string;
}): Promise<Commit> {
  const { gitDir, baseSha } = options;
  const folder = `${gitDir}-working-tree`;
  execFileSync('git', [
    ...[`--git-dir=${gitDir}`, 'worktree', 'add', '--quiet', '--detach'],
    ...[folder, baseSha],
  ]);
  const git = simpleGit(folder, {
    config: [
      ...[`user.name=${AUTHOR.name}`, `user.email=${AUTHOR.email}`],
      ...['core.fsync=committed', 'core.fsyncMethod=batch', 'gc.auto=0'],
    ],
  });
  return async (branch, files) => {
    await git.checkout(['-b', branch, baseSha]);
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await git.add(files.map(({ path }) => path));
    await git.commit('Bench');
    return git.revparse('HEAD');
  };
}
