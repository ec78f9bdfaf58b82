// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApprovalRule, ApprovalStage } from '@fairway/requests-common';
import type {
  Authority,
  AuthorityQuestion,
  FurtherApprovals,
  StoredEnvironment,
} from '../../domain/ports';
import { kafkaError } from '../../errors';
import { EXPIRY_REF } from '../drafts/grants';
import type { Draft } from '../drafts/types';

/** One question to the authority: whose something is, and who has a word in it. */
export interface Asked {
  question: AuthorityQuestion;
  further?: FurtherApprovals;
}

/** The questions of drafts, each once. */
export function askedOf(
  drafts: readonly Pick<Draft, 'standing'>[],
  options: { environment?: StoredEnvironment; requesterRef: string },
): Asked[] {
  const { environment, requesterRef } = options;
  const all = drafts.map(({ standing }): Asked => {
    const { ownerRefs, subject, further } = standing;
    return {
      question: {
        requesterRef,
        ...(environment && { environment }),
        ownerRefs,
        subject,
      },
      ...(further && { further }),
    };
  });
  const byKey = new Map(
    all.map(asked => [
      JSON.stringify([asked.question.ownerRefs, asked.further]),
      asked,
    ]),
  );
  return [...byKey.values()];
}

/**
 * The end of a grant was asked for and approved with the grant.
 *
 * @throws what the authority refuses with
 */
export async function assertStanding(
  asked: readonly Asked[],
  { authority }: { authority: Authority },
): Promise<void> {
  for (const { question } of asked) {
    if (question.requesterRef === EXPIRY_REF) continue;
    await authority.assertMayRequest(question);
  }
}

/**
 * What is nobody's is for administrators: the authority asks for no owner where
 * there is none.
 *
 * @throws `kafka-not-owner`
 */
export async function assertOwned(
  asked: readonly Asked[],
  { authority }: { authority: Authority },
): Promise<void> {
  for (const { question } of asked) {
    const { ownerRefs, requesterRef: user, subject } = question;
    if (ownerRefs.length > 0 || user === EXPIRY_REF) continue;
    if (await authority.isAdministrator(user)) continue;
    throw kafkaError('kafka-not-owner', { user, subject, owners: 'nobody' });
  }
}

/** Everybody who has a word in any part; automatic only where all of them are. */
export async function approvalRuleOf(
  asked: readonly Asked[],
  { authority }: { authority: Authority },
): Promise<ApprovalRule> {
  if (asked.every(({ question }) => question.requesterRef === EXPIRY_REF)) {
    return { mode: 'auto', by: ['grant-expired'] };
  }
  const by = new Set<string>();
  const stages: ApprovalStage[] = [];
  for (const { question, further } of asked) {
    const rule = await authority.approvalOf(question, further);
    for (const id of rule.by) by.add(id);
    if (rule.mode === 'none') return { ...rule, by: [...by] };
    if (rule.mode === 'stages') stages.push(...rule.stages);
  }
  const distinct = distinctStages(stages);
  return distinct.length > 0
    ? { mode: 'stages', by: [...by], stages: distinct }
    : { mode: 'auto', by: [...by] };
}

/** The same people are asked once; two stages of one id are told apart by number. */
function distinctStages(stages: readonly ApprovalStage[]): ApprovalStage[] {
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
