// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule, ApprovalStage } from '@fairway/requests-common';
import type { OwnershipService } from '@fairway/backstage-plugin-ownership-node';
import type { GateAnswer } from '../gate/types';

/**
 * Who decides about a change: everybody whom the ownership policy asks about any of its targets. It is automatic only
 * where that is so for all of them, and nobody can decide where nobody can about one.
 */
export async function approvalRuleOf(
  answer: GateAnswer,
  options: { ownership: OwnershipService; request?: Record<string, string> },
): Promise<ApprovalRule> {
  const { ownership, request } = options;
  const by: string[] = [];
  const stages: ApprovalStage[] = [];
  for (const { decision } of answer.targets) {
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
