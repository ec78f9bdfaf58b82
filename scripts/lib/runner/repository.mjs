// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gitEnvironment } from '../git-environment.mjs';

const run = promisify(execFile);
const ROOM = 64 * 1024 * 1024;

/** Reads a bare repository; nothing is checked out. */
export function repositoryAt(gitDir) {
  const git = async (...args) => {
    const { stdout } = await run('git', args, {
      encoding: 'utf8',
      maxBuffer: ROOM,
      env: gitEnvironment(gitDir),
    });
    return stdout;
  };
  return {
    gitDir,
    /** Content of a file, undefined where there is none. */
    async read(commit, file) {
      const entry = await git('ls-tree', commit, '--', file);
      return entry ? git('cat-file', 'blob', `${commit}:${file}`) : undefined;
    },
    /** The last commit before `commit` that had a file which it has no more; undefined where none ever had it. */
    async lastWith(commit, file) {
      const removed = (
        await git(
          'log',
          '-1',
          '--format=%H',
          '--diff-filter=D',
          '-m',
          '--first-parent',
          commit,
          '--',
          file,
        )
      ).trim();
      return removed ? `${removed}^1` : undefined;
    },
    /** Puts the files of a folder at a tag or commit into `into`. */
    async export(commit, folder, into) {
      const names = (
        await git(
          'ls-tree',
          '-r',
          '-z',
          '--name-only',
          commit,
          '--',
          `${folder}/`,
        )
      )
        .split('\0')
        .filter(Boolean);
      for (const name of names) {
        await into(
          name.slice(folder.length + 1),
          await git('cat-file', 'blob', `${commit}:${name}`),
        );
      }
      return names.length;
    },
  };
}
