// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { requestError } from '../errors';
import { appendEvents } from './chain';
import { lockRequest } from './connection';
import { writeDecisions } from './decisions';
import { dueAt } from './dueAt';
import { writeJob } from './jobs';
import { type RequestAudiences, toListRow, writeRecused } from './listRow';
import { writeOutbox } from './outbox';
import { writeResources } from './resources';
import { fromRow, type RequestRow, toColumns } from './rows';
import { replaceSteps, writeStep } from './steps';
import type { StoredRequest, Transition } from './types';

type Field = keyof Transition['set'];

/** What the resources are written from. */
const RESOURCE_FIELDS: readonly Field[] = ['resourceRefs', 'holdsResources'];
/** What the row for lists is written from. */
const LIST_FIELDS: readonly Field[] = [
  'kind',
  'title',
  'resourceRefs',
  'environmentRef',
  'ownerRef',
  'requesterRef',
  'decision',
  'execution',
  'readerRefs',
  'deciderRefs',
  'createdAt',
];
/** Who need not look, beside the decisions. */
const RECUSED_FIELDS: readonly Field[] = [
  'deciderRefs',
  'authorRefs',
  'requesterRef',
  'revision',
];

/**
 * One transition within a transaction. The row of the request is locked first, so whoever else moves it waits and then
 * finds another version.
 *
 * @throws NotFoundError `request-not-found`, ConflictError `request-moved`, `lease-lost`; a unique violation where a
 * resource is held by another
 */
export async function applyTransition(
  transaction: Knex.Transaction,
  id: string,
  options: {
    transition: Transition;
    audiences: RequestAudiences;
    now: Date;
  },
): Promise<StoredRequest> {
  const { transition, now } = options;
  const row = await lockRequest<RequestRow>(transaction, id);
  if (!row) throw requestError('request-not-found', { id });
  if (row.row_version !== transition.rowVersion) {
    throw requestError('request-moved', {
      number: row.number,
      current: row.row_version,
      seen: transition.rowVersion,
    });
  }
  await writeJob(transaction, row, { ...transition, now });

  const set = { updatedAt: now, ...transition.set };
  const request: StoredRequest = {
    ...fromRow(row),
    ...set,
    rowVersion: row.row_version + 1,
  };
  const { head } = await appendEvents(transaction, {
    requestId: id,
    head: row,
    events: transition.events,
    at: now,
  });
  await transaction('requests')
    .where({ number: row.number })
    .update({
      ...toColumns(set),
      event_count: head.event_count,
      head_hash: head.head_hash,
      row_version: request.rowVersion,
      due_at: dueAt(request) ?? null,
    });
  await writeWhatHangsOnIt(transaction, request, options);
  await transition.also?.(transaction);
  return request;
}

async function writeWhatHangsOnIt(
  transaction: Knex.Transaction,
  request: StoredRequest,
  options: {
    transition: Transition;
    audiences: RequestAudiences;
    now: Date;
  },
): Promise<void> {
  const { transition, audiences, now } = options;
  const touches = (fields: readonly Field[]) =>
    fields.some(field => field in transition.set);

  if (touches(RESOURCE_FIELDS)) await writeResources(transaction, request);
  if (transition.decisions) {
    await writeDecisions(transaction, request.id, transition.decisions);
  }
  if (touches(LIST_FIELDS)) {
    const { number, ...columns } = toListRow(request, audiences);
    await transaction('requests_list').where({ number }).update(columns);
  }
  if (transition.decisions || touches(RECUSED_FIELDS)) {
    await writeRecused(transaction, request);
  }
  for (const phase of transition.steps ?? []) {
    await replaceSteps(transaction, request.id, phase);
  }
  if (transition.step) {
    await writeStep(transaction, request.id, transition.step);
  }
  await writeOutbox(transaction, request.id, {
    messages: transition.outbox,
    now,
  });
}
