// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { FileChange } from '@fairway/git-host';
import type { StepResult } from '@fairway/requests-node';
import { payloadDigest } from '../BranchReader';
import type { ChangeParts, ChangeStep, ChangeStepContext } from '../types';
import { outputsOf } from '../types';
import { type Place, placeOf } from './place';

/**
 * Puts the files of the payload onto the request's branch, as one commit. A revision is a commit on top, and takes back
 * what it no longer has. What people have pushed stays: when the payload is on the branch already, nothing is written.
 */
export function pushBranch(parts: ChangeParts): ChangeStep {
  return {
    id: 'push',
    title: 'Push the branch',
    async run(context): Promise<StepResult> {
      const { request, plan } = context;
      const place = await placeOf(context, parts);
      const { host, repository, branch } = place;
      const { pushed, commits = [] } = outputsOf(context);
      const digest = payloadDigest(request.payload);
      const head = await host.resolve(repository, `refs/heads/${branch}`);
      if (pushed === digest && head) {
        return { status: 'done', outputs: { headSha: head } };
      }
      const baseSha =
        head ??
        (await host.resolve(repository, `refs/heads/${plan.baseBranch}`))!;
      const { commitSha } = await host.commit(repository, {
        branch,
        baseSha,
        baseBranch: plan.baseBranch,
        files: await filesFrom(context, { ...place, head }),
        message: place.message,
        trailers: place.trailers,
        author: place.author,
        at: request.submittedAt ?? request.createdAt,
      });
      const inspectCommand = host.inspectCommand(repository, { branch });
      return {
        status: 'done',
        statusLabel: 'branch pushed',
        outputs: {
          branch,
          baseSha,
          commitSha,
          headSha: commitSha,
          ...(inspectCommand !== undefined && { inspectCommand }),
          internal: {
            pushed: digest,
            commits: [...new Set([...commits, commitSha])],
          },
        },
      };
    },
  };
}

/** The payload's files, and the way back to the base for those that an earlier revision had. */
async function filesFrom(
  { request, plan }: ChangeStepContext,
  { host, repository, head }: Place & { head?: string },
): Promise<FileChange[]> {
  const { files } = request.payload;
  if (!head) return files;
  const { mergeBaseSha, files: changed } = await host.compare(repository, {
    base: `refs/heads/${plan.baseBranch}`,
    head,
  });
  const wanted = new Set(files.map(({ path }) => path));
  const back: FileChange[] = [];
  for (const { path } of changed) {
    if (wanted.has(path)) continue;
    const content = await host.readFile(repository, {
      ref: mergeBaseSha,
      path,
    });
    back.push(content ? { path, content } : { path, delete: true });
  }
  return [...files, ...back];
}
