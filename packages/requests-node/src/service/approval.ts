// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApprovalResult,
  evaluateApproval,
  mayDecide,
  openDeciders,
  type RecordedDecision,
  refusalError,
  type Verdict,
} from '@fairway/requests-common';
import type { StoredRequest } from '../store/types';
import type { PeopleDirectory } from '../types';
import type { Look } from './guards';

/** As the catalog compares entity refs. */
export const folded = (ref: string) => ref.toLocaleLowerCase('en-US');

/** Refs whose word can still bring the request further. */
export function openDecidersOf(
  request: StoredRequest,
  decisions: RecordedDecision[],
): string[] {
  return openDeciders(request.approval, decisions, request);
}

export function progressOf(
  request: StoredRequest,
  decisions: RecordedDecision[],
): ApprovalResult {
  return evaluateApproval({ ...contextOf(request), decisions });
}

/**
 * The refs that entitle somebody to their word.
 *
 * @throws why it is not theirs to say
 */
export function entitlementOf(look: Look, verdict?: Verdict): string[] {
  const { loaded, caller, refs } = look;
  const result = mayDecide({
    ...contextOf(loaded.request),
    decisions: loaded.decisions,
    userRef: caller.actor.ref,
    refs,
    verdict,
  });
  if (result.allowed) return result.entitledBy;
  throw refusalError({ code: result.code, message: result.because });
}

/** Why somebody has no word about a request, if so. */
export function refusalToDecide(
  look: Look,
  verdict?: Verdict,
): Error | undefined {
  try {
    entitlementOf(look, verdict);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/**
 * Asks anew whether those who spoke still belong to whom the rule asks: words of those who do, under what entitles them
 * now, and the words of those who left.
 *
 * @throws where the directory does not answer
 */
export async function standing(
  request: StoredRequest,
  options: { decisions: RecordedDecision[]; people: PeopleDirectory },
): Promise<{ holding: RecordedDecision[]; left: RecordedDecision[] }> {
  const { decisions, people } = options;
  const asked =
    request.approval.mode === 'stages'
      ? request.approval.stages.flatMap(({ from }) => from)
      : [];
  const holding: RecordedDecision[] = [];
  const left: RecordedDecision[] = [];
  for (const decision of decisions) {
    if (decision.lapsed || decision.verdict !== 'approved') continue;
    const refs = await refsNow(people, decision.approverRef);
    const entitledBy = asked.filter(ref => refs.includes(folded(ref)));
    if (entitledBy.length > 0) holding.push({ ...decision, entitledBy });
    else left.push(decision);
  }
  return { holding, left };
}

/** Nobody's, where the person is gone. */
async function refsNow(
  people: PeopleDirectory,
  userRef: string,
): Promise<string[]> {
  try {
    return [userRef, ...(await people.refsOf(userRef))].map(folded);
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') return [];
    throw error;
  }
}

function contextOf(request: StoredRequest) {
  const { approval, requesterRef, authorRefs, planDigest, revision } = request;
  return { rule: approval, requesterRef, authorRefs, planDigest, revision };
}
