// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  DecideInput,
  RecordedDecision,
  RequestActionName,
  Verdict,
} from '@fairway/requests-common';
import { v7 as uuid } from 'uuid';
import type { StoredRequest } from '../store/types';
import type { Acting } from './Acting';
import { entitlementOf } from './approval';
import type { Look } from './guards';
import { clean } from './json';
import { lapsing } from './revision';
import type { Change, Loaded } from './Transitions';
import type { Caller } from './types';

const ACTIONS: Record<Verdict, RequestActionName> = {
  approved: 'approve',
  rejected: 'reject',
  'changes-requested': 'request-changes',
};

/**
 * What entitles somebody to their word; an attempt without it is written down.
 *
 * @throws why it is not theirs to say
 */
export async function entitled(
  verdict: Verdict,
  look: Look,
  acting: Acting,
): Promise<string[]> {
  try {
    return entitlementOf(look, verdict);
  } catch (error) {
    throw await acting.refused(ACTIONS[verdict], look, error as Error);
  }
}

export function wordOf(
  verdict: Verdict,
  options: {
    entitledBy: string[];
    input: DecideInput;
    caller: Caller;
    request: StoredRequest;
    now: Date;
  },
): RecordedDecision {
  const { entitledBy, input, caller, request, now } = options;
  const comment = input.comment?.trim();
  return {
    id: uuid(),
    approverRef: caller.actor.ref,
    entitledBy,
    verdict,
    ...(comment && { comment }),
    planDigest: input.planDigest,
    revision: request.revision,
    at: now.toISOString(),
  };
}

/** The word itself; an earlier one of the same person counts no longer. */
export function spoken(
  { decisions }: Loaded,
  word: RecordedDecision,
  type: string,
): Change & { decisions: NonNullable<Change['decisions']> } {
  const { id, at, approverRef, ...data } = word;
  const own = decisions.filter(each => each.approverRef === approverRef);
  return {
    set: {},
    events: [{ type, actorRef: approverRef, data: clean(data) }],
    decisions: { add: [word], lapse: lapsing(own, 'replaced') },
  };
}

/** What others said and still counts. */
export function others(
  { decisions }: Loaded,
  { approverRef }: RecordedDecision,
): RecordedDecision[] {
  return decisions.filter(
    each => !each.lapsed && each.approverRef !== approverRef,
  );
}
