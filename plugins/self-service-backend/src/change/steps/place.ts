// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { GitHost, RepositoryRef, Trailer } from '@fairway/git-host';
import { branchName } from '../../domain/branchName';
import { changeTrailers, commitMessage } from '../../domain/commitMessage';
import type { ChangeParts, ChangeStepContext } from '../types';
import { outputsOf } from '../types';

/** Where a change goes, and in which words: all of it from the kept request, so that a second run makes the same. */
export interface Place {
  host: GitHost;
  repository: RepositoryRef;
  branch: string;
  message: string;
  trailers: Trailer[];
  author: { name: string; email: string };
}

export async function placeOf(
  context: Pick<ChangeStepContext, 'request' | 'plan'>,
  parts: ChangeParts,
): Promise<Place> {
  const { request, plan } = context;
  const { payload } = request;
  const { host, repository } = parts.repositories.writable(plan.repoUrl);
  const { author } = await parts.people.requester(request.requesterRef);
  const [first] = plan.targets;
  const isRemoval = plan.targets.every(
    ({ action }) => action === 'service.destroy',
  );
  const isNew = plan.files.every(({ action }) => action === 'created');
  const writes = isNew ? 'create' : 'update';
  return {
    host,
    repository,
    branch:
      outputsOf(context).branch ??
      branchName({
        changeId: request.id,
        operation: isRemoval ? 'delete' : writes,
        target: first,
      }),
    message: commitMessage({
      title: request.title,
      description: payload.description ?? request.justification ?? '',
      request: payload.request,
    }),
    trailers: changeTrailers({
      id: request.id,
      requesterRef: request.requesterRef,
      templateRef: payload.origin?.templateRef,
      taskId: payload.origin?.taskId,
      request: payload.request,
    }),
    author,
  };
}
