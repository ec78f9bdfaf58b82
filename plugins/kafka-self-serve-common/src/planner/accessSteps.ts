// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { aclKey, aclsWithout } from '../acls/bindings';
import type {
  AclBinding,
  ObservedState,
  QuotaSpec,
  ScramUser,
} from '../model/observed';
import { canonicalJson } from './canonicalJson';
import type { DesiredState, PlanStep } from './types';

/** Words for one ACL: `User:a may READ the topic orders`. */
export function aclInWords(acl: AclBinding): string {
  const { principal, permission, operation, host } = acl;
  const may = permission === 'ALLOW' ? 'may' : 'may not';
  const type = acl.resourceType.toLowerCase().replace('_', ' ');
  const what =
    acl.patternType === 'PREFIXED'
      ? `every ${type} that begins with ${acl.resourceName}`
      : `the ${type} ${acl.resourceName}`;
  const from = host === '*' ? '' : ` from ${host}`;
  return `${principal} ${may} ${operation} ${what}${from}`;
}

const allows = (acl: AclBinding) => acl.permission === 'ALLOW';
const denies = (acl: AclBinding) => acl.permission === 'DENY';

/**
 * Whatever is to be allowed or denied is written before anything is taken away,
 * so nobody who has access before and after is without it in between. A DENY
 * comes before an ALLOW and goes after it, so nobody has access in between who
 * has none before and after.
 */
export function aclSteps(options: {
  create: readonly AclBinding[];
  remove: readonly AclBinding[];
  observed: readonly AclBinding[];
}): { creations: PlanStep[]; removals: PlanStep[] } {
  const { create, remove, observed } = options;
  const added = aclsWithout(create, observed);
  const present = new Set(observed.map(aclKey));
  const removed = aclsWithout(remove, []).filter(acl =>
    present.has(aclKey(acl)),
  );
  return {
    creations: [...added.filter(denies), ...added.filter(allows)].map(acl => ({
      id: `acl.create:${aclKey(acl)}`,
      action: 'acl.create',
      title: `From now on ${aclInWords(acl)}`,
      irreversible: false,
      after: acl,
    })),
    removals: [...removed.filter(allows), ...removed.filter(denies)].map(
      acl => ({
        id: `acl.delete:${aclKey(acl)}`,
        action: 'acl.delete',
        title: `No longer: ${aclInWords(acl)}`,
        irreversible: false,
        before: acl,
      }),
    ),
  };
}

export function quotaSteps(
  desired: DesiredState,
  observed: ObservedState,
): PlanStep[] {
  return byUser(desired.quotas ?? []).flatMap((wanted): PlanStep[] => {
    const after = plainQuota(wanted);
    const found = observed.quotas?.find(({ user }) => user === after.user);
    const before = found && plainQuota(found);
    const now = before ?? { user: after.user };
    if (canonicalJson(now) === canonicalJson(after)) return [];
    return [
      {
        id: `quota.set:${after.user}`,
        action: 'quota.set',
        title: `Set the byte rates of User:${after.user}`,
        irreversible: false,
        ...(before && { before }),
        after,
      },
    ];
  });
}

function plainQuota({ user, producerByteRate, consumerByteRate }: QuotaSpec) {
  return {
    user,
    ...(producerByteRate !== undefined && { producerByteRate }),
    ...(consumerByteRate !== undefined && { consumerByteRate }),
  };
}

export function userSteps(
  desired: DesiredState,
  observed: ObservedState,
): { creations: PlanStep[]; removals: PlanStep[] } {
  const { scramUsers = [] } = observed;
  const find = (name: string) => scramUsers.find(({ user }) => user === name);
  return {
    creations: byUser(desired.scramUsers ?? [])
      .filter(({ user }) => !find(user))
      .map(({ user, mechanism }) => ({
        id: `user.create:${user}`,
        action: 'user.create',
        title: `Create the user ${user} with a new password`,
        irreversible: false,
        after: { user, mechanism },
      })),
    removals: [...new Set(desired.deletedScramUsers ?? [])]
      .sort()
      .map(find)
      .filter((found): found is ScramUser => found !== undefined)
      .map(({ user, mechanism }) => ({
        id: `user.delete:${user}`,
        action: 'user.delete',
        title: `Delete the user ${user} and its password`,
        irreversible: true,
        before: { user, mechanism },
      })),
  };
}

function byUser<T extends { user: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.user < b.user ? -1 : 1));
}
