// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { eventHash, type RequestEvent } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { insertAll } from './connection';
import type { Transition } from './types';

export interface EventRow {
  request_id: string;
  sequence: number;
  type: string;
  actor_ref: string;
  at: string;
  data: string;
  prev_hash: string;
  hash: string;
}

/** Where a chain ends; kept in the row of the request, so that a missing tail is seen. */
export interface ChainHead {
  event_count: number;
  head_hash: string;
}

export function fromEventRow(row: EventRow): RequestEvent {
  return {
    requestId: row.request_id,
    sequence: row.sequence,
    type: row.type,
    actorRef: row.actor_ref,
    at: row.at,
    data: JSON.parse(row.data),
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

/**
 * Appends events behind the head and answers the new head, which the caller writes. The row of the request has to be
 * locked, or new.
 */
export async function appendEvents(
  transaction: Knex.Transaction,
  options: {
    requestId: string;
    head: ChainHead;
    events: Transition['events'];
    at: Date;
  },
): Promise<{ head: ChainHead; events: RequestEvent[] }> {
  const { requestId, events, at } = options;
  let head = options.head;
  const appended: RequestEvent[] = [];
  for (const { type, actorRef, data } of events) {
    const event = {
      requestId,
      sequence: head.event_count + 1,
      type,
      actorRef,
      at: at.toISOString(),
      data: asReadBack(data),
    };
    const prevHash = head.head_hash;
    const hash = eventHash({ prevHash, event });
    appended.push({ ...event, prevHash, hash });
    head = { event_count: event.sequence, head_hash: hash };
  }
  await insertAll(transaction, 'requests_events', appended.map(toEventRow));
  return { head, events: appended };
}

/** What JSON leaves out is not hashed, and half a character is no reason to lose an event. */
function asReadBack(data: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(data), (_key, value) =>
    typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\u{fffd}') : value,
  );
}

export function toEventRow(event: RequestEvent): EventRow {
  return {
    request_id: event.requestId,
    sequence: event.sequence,
    type: event.type,
    actor_ref: event.actorRef,
    at: event.at,
    data: JSON.stringify(event.data),
    prev_hash: event.prevHash,
    hash: event.hash,
  };
}
