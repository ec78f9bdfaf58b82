// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { permissionError } from '../errors';
import { ALLOW, DENY, unfitBecause } from './decisions';

/**
 * One policy out of several, all of which have to allow.
 *
 * A denial by one denies; conditions of several have to hold together. A
 * policy that throws, or that answers with conditions which cannot be applied,
 * denies this one permission instead of failing the whole batch.
 *
 * @public
 */
export function composePolicies(options: {
  policies: readonly [PermissionPolicy, ...PermissionPolicy[]];
  logger: LoggerService;
}): PermissionPolicy {
  const { policies, logger } = options;
  return {
    async handle(request, user) {
      try {
        const decisions = await Promise.all(
          policies.map(policy => ask(policy, request, user)),
        );
        return decisions.reduce(both, ALLOW);
      } catch (error) {
        logger.error(
          `"${request.permission.name}" is denied: a composed policy failed`,
          error instanceof Error ? error : new Error(String(error)),
        );
        return DENY;
      }
    },
  };
}

/**
 * Asks a policy that is not ours.
 *
 * @throws ServiceUnavailableError `ownership-decision-unfit`, and whatever the policy throws
 */
export async function ask(
  policy: PermissionPolicy,
  request: PolicyQuery,
  user: PolicyQueryUser | undefined,
): Promise<PolicyDecision> {
  const decision = await policy.handle(request, user);
  requireFit(request.permission, decision);
  return decision;
}

function requireFit(permission: Permission, decision: PolicyDecision): void {
  const reason = unfitBecause(permission, decision);
  if (reason !== undefined) {
    throw permissionError('ownership-decision-unfit', {
      permission: permission.name,
      reason,
    });
  }
}

/** Never `anyOf`: two negated conditions in one would allow everything. */
function both(one: PolicyDecision, other: PolicyDecision): PolicyDecision {
  if (one.result === AuthorizeResult.ALLOW) {
    return other;
  }
  if (other.result === AuthorizeResult.ALLOW) {
    return one;
  }
  if (
    one.result !== AuthorizeResult.CONDITIONAL ||
    other.result !== AuthorizeResult.CONDITIONAL ||
    one.pluginId !== other.pluginId
  ) {
    return DENY;
  }
  return { ...one, conditions: { allOf: [one.conditions, other.conditions] } };
}
