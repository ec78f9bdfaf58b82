// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestComment, RequestLogLine } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { requestError } from '../errors';
import { inTransaction, insertAll, lockRequest, storable } from './connection';

interface CommentRow {
  request_id: string;
  id: string;
  author_ref: string;
  text: string;
  at: string;
}

interface LogRow {
  request_id: string;
  sequence: number;
  at: string;
  step_id: string | null;
  text: string;
}

/** @throws NotFoundError `request-not-found` */
export async function addComment(
  knex: Knex,
  requestId: string,
  comment: { authorRef: string; text: string; now: Date },
): Promise<RequestComment> {
  const known = await knex('requests').where({ id: requestId }).first('id');
  if (!known) throw requestError('request-not-found', { id: requestId });
  const added = {
    id: uuid(),
    authorRef: comment.authorRef,
    text: storable(comment.text),
    at: comment.now.toISOString(),
  };
  await knex('requests_comments').insert({
    id: added.id,
    request_id: requestId,
    author_ref: added.authorRef,
    text: added.text,
    at: added.at,
  });
  return added;
}

/** Oldest first. */
export async function readComments(
  knex: Knex,
  requestId: string,
): Promise<RequestComment[]> {
  const rows = await knex<CommentRow>('requests_comments')
    .where({ request_id: requestId })
    .orderBy('sequence')
    .select();
  return rows.map(row => ({
    id: row.id,
    authorRef: row.author_ref,
    text: row.text,
    at: row.at,
  }));
}

/** Numbers the lines without gaps. @throws NotFoundError `request-not-found` */
export async function appendLogs(
  knex: Knex,
  requestId: string,
  options: { lines: { stepId?: string; text: string }[]; now: Date },
): Promise<void> {
  const { lines, now } = options;
  if (lines.length === 0) return;
  await inTransaction(knex, async transaction => {
    if (!(await lockRequest(transaction, requestId))) {
      throw requestError('request-not-found', { id: requestId });
    }
    const [last] = await transaction('requests_logs')
      .where({ request_id: requestId })
      .max({ sequence: 'sequence' });
    const before = Number(last?.sequence ?? 0);
    await insertAll(
      transaction,
      'requests_logs',
      lines.map(({ stepId, text }, index) => ({
        request_id: requestId,
        sequence: before + index + 1,
        at: now.toISOString(),
        step_id: stepId ?? null,
        text: storable(text),
      })),
    );
  });
}

export async function readLogs(
  knex: Knex,
  requestId: string,
  options: { after: number; limit: number },
): Promise<{ items: RequestLogLine[]; more: boolean }> {
  const { after, limit } = options;
  const rows = await knex<LogRow>('requests_logs')
    .where({ request_id: requestId })
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit + 1)
    .select('sequence', 'at', 'step_id', 'text');
  return {
    items: rows.slice(0, limit).map(row => ({
      sequence: row.sequence,
      at: row.at,
      text: row.text,
      ...(row.step_id !== null && { stepId: row.step_id }),
    })),
    more: rows.length > limit,
  };
}
