// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { RequestLink } from '@fairway/requests-common';
import type { StepResult } from '@fairway/requests-node';
import { settledNames } from '../../entities/resourceNames';
import type { ChangeParts, ChangeStepContext } from '../types';
import { outputsOf } from '../types';

/** Reads the merged commit back, file for file, and keeps what is there now for the catalog. */
export async function verifyMerged(
  context: ChangeStepContext,
  parts: ChangeParts,
): Promise<StepResult> {
  const { plan, request } = context;
  const { mergeSha, applied } = outputsOf(context);
  const { host, repository } = parts.repositories.writable(plan.repoUrl);
  for (const { path, sha256 } of plan.files) {
    const content = await host.readFile(repository, { ref: mergeSha!, path });
    const actual =
      content && createHash('sha256').update(content).digest('hex');
    if (actual !== sha256) {
      return {
        status: 'failed',
        code: 'merged-otherwise',
        message: `"${path}" at ${mergeSha} is not what was approved.`,
        next: 'Look at the merge on the host, and ask for a change that corrects it.',
        retryable: true,
      };
    }
  }
  await parts.resources.settle({
    requestId: request.id,
    repoUrl: plan.repoUrl,
    mergeSha: mergeSha!,
    applied: applied ?? 'unknown',
    requesterRef: request.requesterRef,
    ownerRef: request.ownerRef,
    plan,
    ...(plan.lifetime && {
      terms: await parts.terms.of(request.payload.origin?.templateRef),
    }),
    at: context.now,
  });
  return { status: 'done', links: await entityLinks(context, parts) };
}

/** The entities of what is there now; what was removed is in the catalog no more. The first one is what the request is about. */
async function entityLinks(
  { plan }: ChangeStepContext,
  { resources }: ChangeParts,
): Promise<RequestLink[]> {
  const nameOf = settledNames(await resources.list());
  const names = plan.targets.flatMap(
    ({ path }) => nameOf({ repoUrl: plan.repoUrl, path }) ?? [],
  );
  return [...new Set(names)].map((name, index) => ({
    // One link of each `rel`.
    rel: index === 0 ? 'entity' : `entity-${index + 1}`,
    title: `${name} in the catalog`,
    url: `/catalog/default/resource/${encodeURIComponent(name)}`,
  }));
}
