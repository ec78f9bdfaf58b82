// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import type { Audiences } from './Audiences';
import type { StoredRequest } from './types';

/** What of a request the lists filter by. */
export interface ListRow {
  number: number;
  decision: string;
  execution: string;
  readers_id: number;
  deciders_id: number | null;
  kind: string;
  environment_ref: string | null;
  owner_ref: string | null;
  requester_ref: string;
  created_at: string;
  search_text: string;
}

/** The sets of a request, found before its transaction begins. */
export interface RequestAudiences {
  readersId: number;
  decidersId?: number;
}

export async function audiencesOf(
  audiences: Audiences,
  request: Pick<StoredRequest, 'readerRefs' | 'deciderRefs'>,
): Promise<RequestAudiences> {
  const { readerRefs, deciderRefs } = request;
  return {
    readersId: await audiences.idOf(readerRefs),
    decidersId:
      deciderRefs.length > 0 ? await audiences.idOf(deciderRefs) : undefined,
  };
}

/** Lower case once, when it is written, and the same on every database. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

export function toListRow(
  request: StoredRequest,
  { readersId, decidersId }: RequestAudiences,
): ListRow {
  return {
    number: request.number,
    decision: request.decision,
    execution: request.execution,
    readers_id: readersId,
    deciders_id: decidersId ?? null,
    kind: request.kind,
    environment_ref: request.environmentRef ?? null,
    owner_ref: request.ownerRef ?? null,
    requester_ref: request.requesterRef,
    created_at: request.createdAt.toISOString(),
    search_text: folded(
      [`#${request.number}`, request.title, ...request.resourceRefs].join('\n'),
    ),
  };
}

/** Writes anew who need not look at a waiting request though they are in the set that decides. */
export async function writeRecused(
  transaction: Knex.Transaction,
  request: StoredRequest,
): Promise<void> {
  await transaction('requests_recused')
    .where({ number: request.number })
    .delete();
  if (request.deciderRefs.length === 0) return;
  const spoken = await transaction('requests_decisions')
    .where({ request_id: request.id, revision: request.revision })
    .whereNull('lapsed')
    .select<{ approver_ref: string }[]>('approver_ref');
  const refs = new Set([
    request.requesterRef,
    ...request.authorRefs,
    ...spoken.map(row => row.approver_ref),
  ]);
  await transaction('requests_recused').insert(
    [...refs].map(ref => ({ user_ref: ref, number: request.number })),
  );
}
