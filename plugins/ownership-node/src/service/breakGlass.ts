// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  BreakGlassGrant,
  MyTarget,
  OwnershipDecision,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  decide,
  myTargets,
  type MyTargetsQuery,
  type OwnershipQuery,
} from '../engine';
import { fold } from '../engine/names';

/**
 * Decides with whatever stored grant of the subject is needed. A grant is used
 * only where the rules refuse, and then it is answered, for the audit log.
 *
 * @param grants - stored grants of anybody; from the backend, never from input
 * @public
 */
export function decideWithGrants(
  policy: CompiledPolicy,
  query: Omit<OwnershipQuery, 'breakGlass'>,
  grants: readonly BreakGlassGrant[],
): { decision: OwnershipDecision; used?: BreakGlassGrant } {
  const { subject, target, request, at } = query;
  // Picked by hand: a grant that somebody hid in the query must not get through.
  const plain = { subject, target, request, at };
  const decision = decide(policy, plain);
  if (decision.decision === 'allow') return { decision };
  for (const grant of ownGrants(grants, subject.userEntityRef)) {
    const passed = decide(policy, { ...plain, breakGlass: grant });
    if (passed.decision === 'allow') return { decision: passed, used: grant };
  }
  return { decision };
}

/**
 * What the subject may do where, also with a stored grant.
 *
 * @public
 */
export function myTargetsWithGrants(
  policy: CompiledPolicy,
  query: Omit<MyTargetsQuery, 'breakGlass'>,
  grants: readonly BreakGlassGrant[],
): MyTarget[] {
  const { subject, action, service, request, at } = query;
  const plain = { subject, action, service, request, at };
  const without = myTargets(policy, plain);
  return ownGrants(grants, subject.userEntityRef)
    .map(grant => myTargets(policy, { ...plain, breakGlass: grant }))
    .reduce(
      (best, passed) =>
        best.map((target, index) =>
          target.decision === 'allow' ? target : passed[index],
        ),
      without,
    );
}

function ownGrants(grants: readonly BreakGlassGrant[], userEntityRef: string) {
  return grants.filter(
    grant => fold(grant.userEntityRef) === fold(userEntityRef),
  );
}
