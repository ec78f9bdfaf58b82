// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type OwnershipAction,
  type OwnershipDecision,
  permissionFor,
} from '@fairway/backstage-plugin-ownership-common';

/** A target that the rules allow and the company's own permission policy does not. @public */
export interface RefusedTarget {
  /** Canonical ref of the target, which was the resource that was asked about. */
  targetRef: string;
  /** Name of the permission, for example `iac.environment.deploy`. */
  permission: string;
}

/**
 * The second gate: what the company's own permission policy refuses of the
 * targets that the engine has allowed, whatever it decides by (`IN_ENVIRONMENT`
 * and the other rules of this package, or anything else). Asks about all of
 * them in one call, each once.
 *
 * With `permission.enabled: false`, and for service principals, the framework
 * asks no policy and allows: this gate adds refusals, it never stands in for
 * the engine.
 *
 * @param decisions - answers of the engine, with the normalised targets
 * @returns nothing when all are allowed
 * @throws what the permission backend throws, for example when a policy does;
 *   nothing is allowed then
 * @public
 */
export async function refusedByPermissions(
  decisions: readonly OwnershipDecision[],
  options: {
    permissions: PermissionsService;
    credentials: BackstageCredentials;
  },
): Promise<RefusedTarget[]> {
  const { permissions, credentials } = options;
  const questions = new Map(
    decisions.map(({ target, targetRef }) => {
      const permission = permissionFor(target.action as OwnershipAction);
      return [
        `${permission.name} ${targetRef}`,
        { permission, resourceRef: targetRef },
      ];
    }),
  );
  const asked = [...questions.values()];
  const answers = await permissions.authorize(asked, { credentials });
  return asked.flatMap(({ permission, resourceRef }, index) => {
    const result: string | undefined = answers[index]?.result;
    return result === 'ALLOW'
      ? []
      : [{ targetRef: resourceRef, permission: permission.name }];
  });
}
