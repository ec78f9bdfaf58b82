// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { inTransaction, insertAll, isPostgres, rowsOf } from './connection';
import { later } from './jobs';
import type { OutboxMessage, Transition } from './types';

interface OutboxRow {
  sequence: number;
  id: string;
  request_id: string;
  channel: string;
  payload: string;
  attempts: number;
  due_at: string;
}

export async function writeOutbox(
  transaction: Knex.Transaction,
  requestId: string,
  options: { messages: Transition['outbox']; now: Date },
): Promise<void> {
  const { messages = [], now } = options;
  await insertAll(
    transaction,
    'requests_outbox',
    messages.map(({ channel, payload, dueAt = now }) => ({
      id: uuid(),
      request_id: requestId,
      channel,
      payload: JSON.stringify(payload),
      attempts: 0,
      due_at: dueAt.toISOString(),
    })),
  );
}

/** Takes what is due longest; what is taken and not answered for in time is taken again. */
export async function takeOutbox(
  knex: Knex,
  options: {
    owner: string;
    limit: number;
    now: Date;
    forMilliseconds: number;
  },
): Promise<OutboxMessage[]> {
  const now = options.now.toISOString();
  const until = later(options.now, options.forMilliseconds);
  const rows = await inTransaction(knex, transaction =>
    rowsOf<OutboxRow>(
      transaction,
      `with due as materialized (
         select sequence from requests_outbox
         where due_at <= ? and (lease_until is null or lease_until <= ?)
         order by due_at, sequence limit ?
         ${isPostgres(knex) ? 'for update skip locked' : ''}
       )
       update requests_outbox
       set lease_owner = ?, lease_until = ?, attempts = attempts + 1
       where sequence in (select sequence from due)
       returning *`,
      [now, now, options.limit, options.owner, until],
    ),
  );
  return rows
    .sort((a, b) => a.sequence - b.sequence)
    .map(row => ({
      id: row.id,
      requestId: row.request_id,
      channel: row.channel,
      payload: JSON.parse(row.payload),
      attempts: row.attempts,
      dueAt: new Date(row.due_at),
    }));
}

export async function removeFromOutbox(knex: Knex, id: string): Promise<void> {
  await knex('requests_outbox').where({ id }).delete();
}

export async function postponeOutbox(
  knex: Knex,
  id: string,
  options: { until: Date; problem: string },
): Promise<void> {
  await knex('requests_outbox').where({ id }).update({
    due_at: options.until.toISOString(),
    problem: options.problem,
    lease_owner: null,
    lease_until: null,
  });
}
