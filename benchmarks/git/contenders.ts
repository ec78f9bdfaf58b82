// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Ways to commit the same files to a bare repository, each on a branch of its own that starts at the same commit.
import { execFile } from 'node:child_process';
import type { LocalGitHost } from '../../packages/git-host/src';
import { commitIsomorphic } from './isomorphic';
import { AUTHOR, REPOSITORY } from './repository';
import { inWorkingTree } from './simpleGit';

export type Files = { path: string; content: string }[];
export type Commit = (branch: string, files: Files) => Promise<string>;

/** Git as a script would call it, with the durability that our host asks for, so that like is compared with like. */
export function plainGit(gitDir: string, index: string) {
  const settings = [
    ...['-c', 'core.fsync=committed'],
    ...['-c', 'core.fsyncMethod=batch'],
  ];
  return (args: string[], input = '') =>
    new Promise<string>((resolve, reject) => {
      const child = execFile(
        'git',
        [`--git-dir=${gitDir}`, ...settings, ...args],
        {
          env: {
            PATH: process.env.PATH,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_CONFIG_NOSYSTEM: '1',
            GIT_INDEX_FILE: index,
            GIT_AUTHOR_NAME: AUTHOR.name,
            GIT_AUTHOR_EMAIL: AUTHOR.email,
            GIT_COMMITTER_NAME: AUTHOR.name,
            GIT_COMMITTER_EMAIL: AUTHOR.email,
          },
        },
        (error, stdout) => (error ? reject(error) : resolve(stdout.trim())),
      );
      // A command that reads nothing may have ended before.
      child.stdin!.on('error', () => {});
      child.stdin!.end(input);
    });
}

export async function createContenders(options: {
  host: LocalGitHost;
  git: ReturnType<typeof plainGit>;
  gitDir: string;
  baseSha: string;
}): Promise<Record<string, Commit>> {
  const { host, git, gitDir, baseSha } = options;
  return {
    'Fairway: LocalGitHost.commit': async (branch, files) => {
      const { commitSha } = await host.commit(REPOSITORY, {
        branch,
        baseSha,
        files,
        message: 'Bench',
        trailers: [],
        author: AUTHOR,
      });
      return commitSha;
    },
    'git: read-tree, hash-object, update-index, write-tree, commit-tree, update-ref':
      async (branch, files) => {
        await git(['read-tree', baseSha]);
        const lines: string[] = [];
        for (const { path, content } of files) {
          const sha = await git(['hash-object', '-w', '--stdin'], content);
          lines.push(`100644 ${sha}\t${path}\n`);
        }
        await git(['update-index', '--index-info'], lines.join(''));
        const tree = await git(['write-tree']);
        const commit = await git(
          ['commit-tree', '-p', baseSha, tree],
          'Bench\n',
        );
        await git([
          ...['update-ref', `refs/heads/${branch}`, commit],
          '0'.repeat(40),
        ]);
        return commit;
      },
    'git: fast-import straight to the branch, nothing checked': async (
      branch,
      files,
    ) => {
      const stream = [
        `commit refs/heads/${branch}`,
        'mark :1',
        `committer ${AUTHOR.name} <${AUTHOR.email}> 0 +0000`,
        'data 6\nBench\n',
        `from ${baseSha}`,
        ...files.map(
          ({ path, content }) =>
            `M 100644 inline ${path}\ndata ${Buffer.byteLength(
              content,
            )}\n${content}`,
        ),
        'get-mark :1',
        'done\n',
      ].join('\n');
      return git(['fast-import', '--quiet', '--done'], stream);
    },
    'isomorphic-git: writeBlob, readTree and writeTree of each folder, writeCommit, writeRef':
      async (branch, files) =>
        commitIsomorphic({ gitDir, baseSha, branch, files }),
    'simple-git: checkout -b, add and commit in a working tree':
      await inWorkingTree({ gitDir, baseSha }),
  };
}
