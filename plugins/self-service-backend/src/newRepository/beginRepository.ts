// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isGitHostError } from '@fairway/git-host';
import type {
  RepositoryOutputs,
  RepositoryPayload,
  RepositoryPlan,
} from '@fairway/backstage-plugin-self-service-common';
import type { Step } from '@fairway/requests-node';
import { changeTrailers, commitMessage } from '../domain/commitMessage';
import type { RepositoryParts } from './types';

/**
 * Makes the repository with its first commit. Time, words and author are those of the kept request: run again after a
 * kill, it is the same commit, which the host finds.
 */
export function beginRepository(
  parts: Pick<RepositoryParts, 'people' | 'repositories'>,
): Step<RepositoryPayload, RepositoryPlan> {
  return {
    id: 'begin',
    title: 'Make the repository',
    irreversible: true,
    async run({ plan, request }) {
      const { payload, requesterRef } = request;
      const { host, repository } = parts.repositories.beginnable(plan.repoUrl);
      const { author } = await parts.people.requester(requesterRef);
      const approvers = request.decisions
        .filter(({ verdict }) => verdict === 'approved')
        .map(({ approverRef }) => approverRef);
      try {
        const begun = await host.beginRepository(repository, {
          files: payload.files,
          message: commitMessage({
            title: request.title,
            description: request.justification ?? '',
            request: payload.request,
          }),
          trailers: [
            ...changeTrailers({
              id: request.id,
              requesterRef,
              templateRef: payload.origin?.templateRef,
              taskId: payload.origin?.taskId,
              request: payload.request,
            }),
            ...[...new Set(approvers)].map(value => ({
              ...{ key: 'Approved-by', value },
            })),
          ],
          author,
          at: request.submittedAt ?? request.createdAt,
          visibility: plan.visibility,
          ...(plan.description && { description: plan.description }),
        });
        const { commitSha, defaultBranch, url } = begun;
        const outputs: RepositoryOutputs = {
          ...{ commitSha, defaultBranch },
          ...(url && { remoteUrl: url }),
        };
        return {
          status: 'done',
          statusLabel: 'made',
          summary: `The repository ${repository.owner}/${repository.repo} is there, and begins with ${commitSha}.`,
          outputs,
          ...(url && {
            links: [{ rel: 'repository', title: 'Repository', url }],
          }),
        };
      } catch (error) {
        if (!isGitHostError(error, 'git-repository-taken')) throw error;
        return {
          status: 'failed',
          code: error.code,
          message: error.message,
          next: 'Cancel the request, and ask for another name.',
          retryable: false,
          untouched: true,
        };
      }
    },
  };
}
