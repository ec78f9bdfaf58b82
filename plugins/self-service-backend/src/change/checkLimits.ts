// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import { selfServiceError } from '../errors';
import type { DecidedTarget, GateAnswer } from '../gate/types';
import type { HeldTarget } from './types';

/**
 * How much one team may hold, by the policy's limits: what is new is counted beside what is there and what is asked for.
 * A change of something that is there adds nothing.
 *
 * @throws NotAllowedError `limit-reached` with what is counted and whom to ask
 */
export async function checkLimits(
  answer: Pick<GateAnswer, 'userRef' | 'repoUrl'> & {
    targets: Pick<DecidedTarget, 'path' | 'action' | 'decision'>[];
  },
  options: {
    ownership: Pick<OwnershipService, 'limitsFor'>;
    ownerRef?: string;
    request?: Record<string, string>;
    lifetime?: string;
    /** Without the change itself. */
    held: HeldTarget[];
  },
): Promise<void> {
  const { lifetime, ownership, ownerRef, request } = options;
  const attributes = lifetime ? { lifetime } : undefined;
  const { repoUrl, targets, userRef } = answer;
  const held = [...options.held];
  for (const { path, action, decision } of targets) {
    const isThere = held.some(
      each => each.repoUrl === repoUrl && each.path === path,
    );
    if (isThere || action === 'service.destroy') continue;
    const limits = await ownership.limitsFor({
      userEntityRef: userRef,
      target: decision.target,
      request,
      ownerRef,
      resource: attributes,
      held,
    });
    if (limits.decision !== 'allow') {
      throw selfServiceError(
        'limit-reached',
        { message: limits.message, path },
        { details: { limits: limits.limits, askFor: limits.askFor } },
      );
    }
    const { environment, service } = decision.target;
    held.push({ repoUrl, path, ownerRef, environment, service, attributes });
  }
}
