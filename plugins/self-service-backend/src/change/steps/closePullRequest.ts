// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isError } from '@backstage/errors';
import type { CloseReason, StepResult } from '@fairway/requests-node';
import { readContent } from '../BranchReader';
import type { ChangeParts, ChangeStep } from '../types';
import { outputsOf } from '../types';
import { placeOf } from './place';

/** Closes the pull request of a request that was not approved. */
export function closePullRequest(
  parts: ChangeParts,
  reason: CloseReason,
): ChangeStep {
  return {
    id: 'close',
    title: `Close the pull request (${reason})`,
    async run(context): Promise<StepResult> {
      const { pullRequestNumber: number } = outputsOf(context);
      const { host, repository, branch } = await placeOf(context, parts);
      // The push may have been the last thing that a process did.
      const change = number
        ? await host.getChange(repository, { number })
        : await host.findChange(repository, { branch });
      if (change?.state === 'merged') {
        return {
          status: 'done',
          statusLabel: 'merged on the host all the same',
          summary: `Pull request ${change.number} was merged on the host before it could be closed; ask for a change that takes it back.`,
        };
      }
      if (change?.state !== 'open') return { status: 'done' };
      await host.closeChange(repository, { number: change.number });
      return { status: 'done', statusLabel: 'pull request closed' };
    },
  };
}

/** Deletes the branch, only if every commit on it is ours: a reviewer's work stays where it is. */
export function deleteBranch(parts: ChangeParts): ChangeStep {
  return {
    id: 'delete-branch',
    title: 'Delete the branch',
    async run(context): Promise<StepResult> {
      const { request, plan } = context;
      const { host, repository, branch } = await placeOf(context, parts);
      const sha = await host.resolve(repository, `refs/heads/${branch}`);
      if (!sha) return { status: 'done' };
      const base = await host.resolve(
        repository,
        `refs/heads/${plan.baseBranch}`,
      );
      const kept = outputsOf(context);
      const { foreign } = await readContent({
        host,
        repository,
        baseSha: base!,
        payload: request.payload,
        outputs: kept,
      }).catch(error => {
        // A file that the portal cannot read was put there by a person.
        if (isError(error) && error.code === 'branch-file-refused') {
          return { foreign: ['unknown'] };
        }
        throw error;
      });
      const unknown = !kept.commits?.includes(sha);
      if (foreign.length > 0 || unknown) {
        return {
          status: 'done',
          statusLabel: 'branch kept',
          summary: `The branch "${branch}" has commits of people and stays.`,
        };
      }
      await host.deleteBranch(repository, { branch, sha });
      return { status: 'done', statusLabel: 'branch deleted' };
    },
  };
}
