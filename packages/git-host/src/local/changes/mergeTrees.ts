// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gitHostError } from '../../errors';
import type { Git } from '../Git';

/** The merged tree, or the paths that both sides changed so that git cannot tell which to take. */
export type MergedTrees =
  | { treeSha: string; paths?: undefined }
  | { paths: string[] };

/** Git's own merge of two commits, without a work tree and whatever the repository's configuration says. */
const MERGE = [
  ...['-c', 'merge.renames=true', '-c', 'merge.directoryRenames=conflict'],
  ...['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages'],
];

/** Throws `git-histories-unrelated`. */
export async function mergeTrees(
  git: Git,
  options: { baseSha: string; headSha: string },
): Promise<MergedTrees> {
  const { baseSha, headSha } = options;
  const args = [...MERGE, '--end-of-options', baseSha, headSha];
  const output = await git.run(args, { accept: [0, 1, 128] });
  if (output.exitCode === 128) {
    throw /unrelated histories/.test(output.stderr)
      ? gitHostError('git-histories-unrelated', {
          base: baseSha,
          head: headSha,
        })
      : git.failure(['merge-tree'], output);
  }
  const [treeSha, ...paths] = output.stdout
    .toString('utf8')
    .split('\0')
    .filter(Boolean);
  return output.exitCode === 0 ? { treeSha } : { paths: [...new Set(paths)] };
}
