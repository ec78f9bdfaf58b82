// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { DecidedTarget } from './types';

/**
 * Entity refs of those who decide about the targets beside the rules: the owners of the environments, first, and
 * whoever has to approve.
 *
 * @throws what the ownership service throws
 */
export async function decidersOf(
  targets: Pick<DecidedTarget, 'decision'>[],
  options: {
    ownership: OwnershipService;
    userRef: string;
    request?: Record<string, string>;
  },
): Promise<string[]> {
  const { ownership, userRef, request } = options;
  const approvals = await Promise.all(
    targets.map(({ decision }) =>
      ownership.approvalsFor({
        userEntityRef: userRef,
        target: decision.target,
        request,
      }),
    ),
  );
  return [
    ...new Set([
      ...approvals.flatMap(({ environmentOwners }) => environmentOwners),
      ...approvals.flatMap(({ stages }) => stages.flatMap(({ from }) => from)),
    ]),
  ];
}
