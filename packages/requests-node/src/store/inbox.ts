// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { requestError } from '../errors';
import type { InboxMessage } from '../types';
import { inTransaction, rowsOf } from './connection';
import { wakeJob } from './jobs';

interface InboxRow {
  sequence: number;
  request_id: string;
  message_id: string;
  topic: string;
  data: string;
  at: string;
}

/** False for a known id. @throws NotFoundError `request-not-found` */
export async function deliverMessage(
  knex: Knex,
  requestId: string,
  message: { id: string; topic: string; data: JsonObject; now: Date },
): Promise<boolean> {
  const { id, topic, data, now } = message;
  return inTransaction(knex, async transaction => {
    const added = await rowsOf(
      transaction,
      `insert into requests_inbox (request_id, message_id, topic, data, at)
       select id, ?, ?, ?, ? from requests where id = ?
       on conflict (request_id, message_id) do nothing returning sequence`,
      [id, topic, JSON.stringify(data), now.toISOString(), requestId],
    );
    if (added.length > 0) {
      await wakeJob(transaction, requestId, now);
      return true;
    }
    const known = await transaction('requests')
      .where({ id: requestId })
      .first('id');
    if (!known) throw requestError('request-not-found', { id: requestId });
    return false;
  });
}

/** Oldest first. */
export async function readInbox(
  knex: Knex,
  requestId: string,
): Promise<InboxMessage[]> {
  const rows = await knex<InboxRow>('requests_inbox')
    .where({ request_id: requestId })
    .orderBy('sequence');
  return rows.map(row => ({
    id: row.message_id,
    topic: row.topic,
    data: JSON.parse(row.data),
    at: new Date(row.at),
  }));
}
