// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OwnershipSubject,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import {
  type CompiledPolicy,
  decideLimits,
  type LimitCounter,
  type LimitDecision,
} from '../engine';
import { fold } from '../engine/names';
import type { HeldResource } from './types';

/** Counts what is held, by the teams of the policy whose group holds it, and decides whether one more fits. */
export function decideHeld(
  policy: CompiledPolicy,
  query: {
    subject: OwnershipSubject;
    target: OwnershipTarget;
    request?: Record<string, string>;
    resource?: Record<string, string>;
    at: Date;
    ownerRef?: string;
    held: HeldResource[];
  },
): LimitDecision {
  const { ownerRef, held, ...rest } = query;
  const teamsOf = (ref: string | undefined): string[] =>
    ref === undefined
      ? []
      : [...(policy.internals.teamsByGroup.get(fold(ref)) ?? [])];
  const counts = (counter: LimitCounter, each: HeldResource) => {
    const { environment, service, attributes } = each;
    const teams = teamsOf(each.ownerRef);
    // A group that is no team of the policy is in nobody's count; what has no owner at all counts for everybody.
    const holders = each.ownerRef === undefined ? [undefined] : teams;
    return holders.some(team =>
      counter.counts({
        ...(team !== undefined && { team }),
        environment,
        service,
        attributes,
      }),
    );
  };
  const count = (counter: LimitCounter) =>
    held.filter(each => counts(counter, each)).length;

  const teams = teamsOf(ownerRef);
  const answers = (teams.length > 0 ? teams : [undefined]).map(team =>
    decideLimits(policy, { ...rest, team }, count),
  );
  return answers.find(({ decision }) => decision === 'deny') ?? answers[0];
}
