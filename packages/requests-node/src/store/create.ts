// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import { FIRST_PREV_HASH } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { appendEvents } from './chain';
import { inTransaction, rowsOf } from './connection';
import { dueAt } from './dueAt';
import { type RequestAudiences, toListRow } from './listRow';
import { writeOutbox } from './outbox';
import { writeResources } from './resources';
import { fromRow, type RequestRow, toColumns } from './rows';
import type { NewRequest, StoredRequest, Transition } from './types';

/** Keeps a new request with its first event; nothing when the key of its requester is taken. */
export async function insertRequest(
  knex: Knex,
  request: NewRequest,
  options: {
    actorRef: string;
    data: JsonObject;
    outbox?: Transition['outbox'];
    audiences: RequestAudiences;
    now: Date;
  },
): Promise<StoredRequest | undefined> {
  const { actorRef, data, outbox, audiences, now } = options;
  return inTransaction(knex, async transaction => {
    const row = await insertRow(transaction, request, now);
    if (!row) return undefined;
    const stored = fromRow(row);
    const { head } = await appendEvents(transaction, {
      requestId: stored.id,
      head: row,
      events: [{ type: 'created', actorRef, data }],
      at: now,
    });
    await transaction('requests')
      .where({ number: stored.number })
      .update({ ...head, due_at: dueAt(stored) ?? null });
    await transaction('requests_list').insert(toListRow(stored, audiences));
    await writeResources(transaction, stored);
    await writeOutbox(transaction, stored.id, { messages: outbox, now });
    return stored;
  });
}

/** The database gives the number; one that a refused request took is not given again. */
async function insertRow(
  transaction: Knex.Transaction,
  request: NewRequest,
  now: Date,
): Promise<RequestRow | undefined> {
  const columns = Object.entries({
    ...toColumns({ ...request, updatedAt: now }),
    row_version: 1,
    event_count: 0,
    head_hash: FIRST_PREV_HASH,
  });
  const [row] = await rowsOf<RequestRow>(
    transaction,
    `insert into requests (${columns.map(() => '??').join(', ')})
     values (${columns.map(() => '?').join(', ')})
     on conflict (requester_ref, idempotency_key) do nothing returning *`,
    [
      ...columns.map(([column]) => column),
      ...columns.map(([, value]) => value as Knex.RawBinding),
    ],
  );
  return row;
}
