// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule, ApprovalStage } from '@fairway/requests-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { DecidedTarget, GateAnswer } from '../gate/types';

/** A target, as far as the rule is about it. */
type AskedTarget = Pick<DecidedTarget, 'path' | 'exists' | 'decision'>;

/** Whose what is there is. */
interface Owners {
  find(
    repoUrl: string,
    path: string,
  ): Promise<{ ownerRef?: string } | undefined>;
}

/** Of the engine's own: whoever a unit belongs to looks at what others do to it. */
const KEEPERS = 'unit-owner';

/**
 * The rules of the policy speak of services and environments, and a team may deploy many a service. What one team has
 * made, another one does not change unseen: the group that owns the unit says yes, or, for one that did not come by the
 * portal, the owners of the environment. Nobody is asked about their own.
 */
async function keepersOf(
  target: AskedTarget,
  options: {
    resources: Owners;
    groupRefs: string[];
    repoUrl: string;
    environmentOwners: string[];
  },
): Promise<string[] | undefined> {
  if (!target.exists) return undefined;
  const { environmentOwners, groupRefs, repoUrl, resources } = options;
  const { ownerRef } = (await resources.find(repoUrl, target.path)) ?? {};
  const owners = ownerRef ? [ownerRef] : environmentOwners;
  return owners.length === 0 || owners.some(ref => groupRefs.includes(ref))
    ? undefined
    : owners;
}

/** The same people are asked once; two stages of one entry are told apart by number. */
function distinctStages(stages: ApprovalStage[]): ApprovalStage[] {
  const kept = new Map<string, ApprovalStage>();
  for (const stage of stages) {
    const key = JSON.stringify({ ...stage, from: [...stage.from].sort() });
    if (!kept.has(key)) kept.set(key, stage);
  }
  const seen = new Map<string, number>();
  return [...kept.values()].map(stage => {
    const number = (seen.get(stage.id) ?? 0) + 1;
    seen.set(stage.id, number);
    return number === 1 ? stage : { ...stage, id: `${stage.id}-${number}` };
  });
}

/**
 * Who decides about a change: everybody whom the ownership policy asks about any of its targets. It is automatic only
 * where that is so for all of them, and nobody can decide where nobody can about one.
 */
export async function approvalRuleOf(
  answer: Pick<GateAnswer, 'userRef' | 'repoUrl'> & { targets: AskedTarget[] },
  options: {
    ownership: Pick<OwnershipService, 'approvalsFor'>;
    resources: Owners;
    /** The requester's groups. */
    groupRefs: string[];
    request?: Record<string, string>;
  },
): Promise<ApprovalRule> {
  const { ownership, request } = options;
  const by: string[] = [];
  const stages: ApprovalStage[] = [];
  for (const target of answer.targets) {
    const { decision } = target;
    const approvals = await ownership.approvalsFor({
      userEntityRef: answer.userRef,
      target: decision.target,
      request,
    });
    by.push(...approvals.by);
    if (approvals.mode === 'none') {
      return {
        mode: 'none',
        by: [...new Set(by)],
        message: `The ownership policy names nobody who could approve "${decision.target.action}" on "${decision.targetRef}". Ask the platform team to add an entry to its approvals.`,
      };
    }
    const keepers = await keepersOf(target, {
      ...options,
      repoUrl: answer.repoUrl,
      environmentOwners: approvals.environmentOwners,
    });
    if (keepers) {
      by.push(KEEPERS);
      stages.push({ id: KEEPERS, from: keepers, count: 1, rejectAfter: 1 });
    }
    for (const { entry, from, ...stage } of approvals.stages) {
      const { count, rejectAfter, decideWithin, remindAfter } = stage;
      stages.push({
        id: entry,
        from,
        count,
        rejectAfter,
        ...(decideWithin && { decideWithin }),
        ...(remindAfter && { remindAfter }),
      });
    }
  }
  const distinct = distinctStages(stages);
  return distinct.length > 0
    ? { mode: 'stages', by: [...new Set(by)], stages: distinct }
    : { mode: 'auto', by: [...new Set(by)] };
}
