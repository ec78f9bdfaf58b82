// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RecordedDecision } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { storable } from './connection';
import type { Transition } from './types';

interface DecisionRow {
  id: string;
  request_id: string;
  position: number;
  approver_ref: string;
  entitled_by: string;
  verdict: RecordedDecision['verdict'];
  comment: string | null;
  plan_digest: string;
  revision: number;
  at: string;
  lapsed: NonNullable<RecordedDecision['lapsed']> | null;
}

/** The row of the request has to be locked. */
export async function writeDecisions(
  transaction: Knex.Transaction,
  requestId: string,
  { add = [], lapse = [] }: NonNullable<Transition['decisions']>,
): Promise<void> {
  for (const { id, lapsed } of lapse) {
    await transaction('requests_decisions')
      .where({ id, request_id: requestId })
      .update({ lapsed });
  }
  if (add.length === 0) return;
  const [last] = await transaction('requests_decisions')
    .where({ request_id: requestId })
    .max({ position: 'position' });
  const before = Number(last?.position ?? 0);
  await transaction('requests_decisions').insert(
    add.map((decision, index) => ({
      id: decision.id,
      request_id: requestId,
      position: before + index + 1,
      approver_ref: decision.approverRef,
      entitled_by: JSON.stringify(decision.entitledBy),
      verdict: decision.verdict,
      comment: decision.comment ? storable(decision.comment) : null,
      plan_digest: decision.planDigest,
      revision: decision.revision,
      at: decision.at,
      lapsed: decision.lapsed ?? null,
    })),
  );
}

/** All of them, oldest first, with those that count no longer. */
export async function readDecisions(
  knex: Knex,
  requestId: string,
): Promise<RecordedDecision[]> {
  const rows = await knex<DecisionRow>('requests_decisions')
    .where({ request_id: requestId })
    .orderBy('position');
  return rows.map(row => ({
    id: row.id,
    approverRef: row.approver_ref,
    entitledBy: JSON.parse(row.entitled_by),
    verdict: row.verdict,
    planDigest: row.plan_digest,
    revision: row.revision,
    at: row.at,
    ...(row.comment !== null && { comment: row.comment }),
    ...(row.lapsed !== null && { lapsed: row.lapsed }),
  }));
}
