// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { Audiences } from './Audiences';
import { isPostgres } from './connection';
import { foldedRef } from './listRow';
import type { RequestCriterion, Viewer } from './types';

/** A viewer with the sets that they are in. */
export interface Access extends Viewer {
  audienceIds: number[];
}

export async function accessOf(
  audiences: Audiences,
  viewer: Viewer,
): Promise<Access> {
  const refs = [viewer.userRef, ...viewer.refs];
  return {
    ...viewer,
    userRef: foldedRef(viewer.userRef),
    audienceIds: await audiences.having(refs),
  };
}

/** That a column is one of many numbers, as one parameter that both databases keep as a hash or a tree. */
export function isOneOf(
  query: Knex.QueryBuilder,
  column: string,
  ids: readonly number[],
): void {
  if (isPostgres(query as unknown as Knex)) {
    query.whereRaw('?? = any(?::integer[])', [column, ids as number[]]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(ids),
    ]);
  }
}

/** What the viewer may read; everything for administrators. */
export function whereReadable(query: Knex.QueryBuilder, access: Access): void {
  if (access.seesAll) return;
  query.where(mine => {
    isOneOf(mine, 'readers_id', access.audienceIds);
    mine.orWhere('requester_ref', access.userRef);
  });
}

/** What the viewer has to decide about. */
export function whereWaiting(query: Knex.QueryBuilder, access: Access): void {
  isOneOf(query, 'deciders_id', access.audienceIds);
  query.whereNotExists(recused =>
    recused
      .from('requests_recused')
      .where('user_ref', access.userRef)
      .whereRaw('requests_recused.number = l.number'),
  );
}

const COLUMNS = {
  requesterRef: 'requester_ref',
  environmentRef: 'environment_ref',
  ownerRef: 'owner_ref',
  kind: 'kind',
} as const;

/** What the company's permission policy leaves. Each condition is true or false, never unknown: it may stand under a `not`. */
export function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<RequestCriterion>,
): void {
  if ('allOf' in criteria) {
    query.where(all => {
      for (const one of criteria.allOf) {
        all.where(part => whereCriteria(part, one));
      }
    });
  } else if ('anyOf' in criteria) {
    query.where(any => {
      for (const one of criteria.anyOf) {
        any.orWhere(part => whereCriteria(part, one));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(part => whereCriteria(part, criteria.not));
  } else {
    whereCriterion(query, criteria);
  }
}

function whereCriterion(
  query: Knex.QueryBuilder,
  { field, values }: RequestCriterion,
): void {
  if (field === 'environmentRef' || field === 'kind') {
    query.whereNotNull(COLUMNS[field]).whereIn(COLUMNS[field], values);
    return;
  }
  const refs = values.map(foldedRef);
  if (field !== 'readerRef') {
    query.whereNotNull(COLUMNS[field]).whereIn(COLUMNS[field], refs);
    return;
  }
  query.where(reader =>
    reader
      .whereIn('requester_ref', refs)
      .orWhereIn('readers_id', sets =>
        sets
          .from('requests_audience_refs')
          .whereIn('ref', refs)
          .select('audience_id'),
      ),
  );
}
