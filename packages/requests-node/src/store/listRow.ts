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

/** Refs are the same in any case, as in the catalog. */
export function foldedRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
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
    owner_ref: request.ownerRef ? foldedRef(request.ownerRef) : null,
    requester_ref: foldedRef(request.requesterRef),
    created_at: request.createdAt.toISOString(),
    search_text: folded(
      [`#${request.number}`, request.title, ...request.resourceRefs].join('\n'),
    ),
  };
}

/** Who need not look at a waiting request though they are in the set that decides: authors, and who has spoken. */
export function recusedRefs(
  request: Pick<StoredRequest, 'requesterRef' | 'authorRefs'>,
  spokenRefs: readonly string[],
): string[] {
  const { requesterRef, authorRefs } = request;
  const refs = [requesterRef, ...authorRefs, ...spokenRefs];
  return [...new Set(refs.map(foldedRef))];
}

/** Writes them anew; they are kept as long as somebody may decide. */
export async function writeRecused(
  transaction: Knex.Transaction,
  request: StoredRequest,
): Promise<void> {
  const { id, number, revision } = request;
  await transaction('requests_recused').where({ number }).delete();
  if (request.deciderRefs.length === 0) return;
  const spoken = await transaction('requests_decisions')
    .where({ request_id: id, revision })
    .whereNull('lapsed')
    .select<{ approver_ref: string }[]>('approver_ref');
  const refs = recusedRefs(
    request,
    spoken.map(row => row.approver_ref),
  );
  await transaction('requests_recused').insert(
    refs.map(ref => ({ user_ref: ref, number })),
  );
}
