// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestEvent } from '../types';
import { canonicalJson, sha256Hex } from './digest';

/** `prevHash` of the first event of a chain. @public */
export const FIRST_PREV_HASH = '0'.repeat(64);

/** What an event's hash covers beside the hash before it. @public */
export type HashedEvent = Omit<RequestEvent, 'prevHash' | 'hash'>;

/**
 * Hash of an event: SHA-256 of `prevHash` and the canonical JSON of the rest. Other properties of the given object are not
 * covered.
 *
 * @throws InputError `value-not-json`
 * @public
 */
export function eventHash(options: {
  prevHash: string;
  event: HashedEvent;
}): string {
  const { requestId, sequence, type, actorRef, at, data } = options.event;
  const rest = { requestId, sequence, type, actorRef, at, data };
  return sha256Hex(options.prevHash + canonicalJson(rest));
}

/** The first event of a chain that does not fit. @public */
export interface BrokenEvent {
  requestId: string;
  /** As it is stored. */
  sequence: number;
  /** For people. */
  problem: string;
}

/**
 * Verifies the events of one request, in order, and answers the first that does not fit; nothing when all do. A chain whose
 * end was cut off fits as well: compare its head with the one in the auditor's log.
 *
 * @param options - `after`: the event before the first one, where a chain is verified in parts
 * @public
 */
export function verifyChain(
  events: Iterable<RequestEvent>,
  options: {
    after?: Pick<RequestEvent, 'requestId' | 'sequence' | 'hash'>;
  } = {},
): BrokenEvent | undefined {
  let { after } = options;
  for (const event of events) {
    const problem = linkProblem(event, after) ?? contentProblem(event);
    if (problem) {
      const { requestId, sequence } = event;
      return { requestId, sequence, problem };
    }
    after = event;
  }
  return undefined;
}

function linkProblem(
  { requestId, sequence, prevHash }: RequestEvent,
  before: Pick<RequestEvent, 'requestId' | 'sequence' | 'hash'> | undefined,
): string | undefined {
  if (before && before.requestId !== requestId) {
    return `It is of another request than the event before, "${before.requestId}".`;
  }
  const expected = (before?.sequence ?? 0) + 1;
  if (sequence !== expected) {
    return `Its sequence is ${sequence}, and ${expected} has to come here.`;
  }
  if (prevHash !== (before?.hash ?? FIRST_PREV_HASH)) {
    return before
      ? 'It does not follow the event before: that one was changed, or another one was there.'
      : 'It is the first, and names an event before it.';
  }
  return undefined;
}

function contentProblem(event: RequestEvent): string | undefined {
  const { prevHash } = event;
  try {
    return eventHash({ prevHash, event }) === event.hash
      ? undefined
      : 'Its content is not what its hash was made of.';
  } catch {
    return 'Its content is no JSON.';
  }
}
