// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Somebody with a clone of their own, who commits to a branch and pushes. Answers the commit. */
export function pusher(gitDir: string) {
  return async (
    branch: string,
    /** Nothing takes a file away. */
    files: Record<string, string | undefined>,
    by: string,
  ): Promise<string> => {
    const clone = await mkdtemp(join(tmpdir(), 'fairway-clone-'));
    try {
      const git = async (...args: string[]) => {
        const { stdout } = await run(
          'git',
          [
            '-c',
            `user.name=${by}`,
            '-c',
            `user.email=${by}@acme.example`,
            ...args,
          ],
          { cwd: clone },
        );
        return stdout.trim();
      };
      await git('clone', '-q', '--branch', branch, gitDir, '.');
      for (const [path, content] of Object.entries(files)) {
        if (content === undefined) {
          await rm(join(clone, path));
          continue;
        }
        await mkdir(dirname(join(clone, path)), { recursive: true });
        await writeFile(join(clone, path), content);
      }
      await git('add', '--all');
      await git('commit', '-qm', `By ${by}`);
      await git('push', '-q', 'origin', branch);
      return await git('rev-parse', 'HEAD');
    } finally {
      await rm(clone, { recursive: true, force: true });
    }
  };
}
