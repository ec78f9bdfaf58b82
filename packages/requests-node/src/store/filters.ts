// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestFilters } from '@fairway/requests-common';
import type { Knex } from 'knex';
import {
  type Access,
  whereCriteria,
  whereReadable,
  whereWaiting,
} from './access';
import { isPostgres } from './connection';
import { folded, foldedRef } from './listRow';
import { resourceKey } from './resources';

/** A condition on a row `l` of `requests_list`. */
export type Condition = (query: Knex.QueryBuilder) => void;

/** A condition that an index serves. */
export interface IndexedCondition {
  name: string;
  where: Condition;
}

type ValueFilter =
  | 'decision'
  | 'execution'
  | 'kind'
  | 'environment'
  | 'owner'
  | 'requester';

const COLUMNS: Record<ValueFilter, string> = {
  decision: 'decision',
  execution: 'execution',
  kind: 'kind',
  environment: 'environment_ref',
  owner: 'owner_ref',
  requester: 'requester_ref',
};

/** The filters that an index serves. */
export function indexedConditions(
  filters: RequestFilters,
  access: Access,
): IndexedCondition[] {
  const conditions: IndexedCondition[] = [];
  const add = (name: string, where: Condition) =>
    conditions.push({ name, where });
  for (const [filter, column] of Object.entries(COLUMNS)) {
    const values = filters[filter as ValueFilter];
    if (!values) continue;
    const isRef = column === 'owner_ref' || column === 'requester_ref';
    const wanted = isRef ? values.map(foldedRef) : values;
    add(filter, query => query.whereIn(column, wanted));
  }
  if (filters.mine) {
    add('mine', query => query.where('requester_ref', access.userRef));
  }
  if (filters.resource) {
    const keys = filters.resource.map(resourceKey);
    add('resource', query =>
      query.whereIn('number', resources =>
        resources
          .from('requests_resources')
          .whereIn('resource_key', keys)
          .select('number'),
      ),
    );
  }
  if (filters.waitingForMe) {
    add('waitingForMe', query => whereWaiting(query, access));
  }
  if (!access.seesAll) add('viewer', query => whereReadable(query, access));
  return conditions;
}

/** The filters that are looked at row by row. */
export function otherConditions(
  filters: RequestFilters,
  access: Access,
): Condition[] {
  const { text, since, until } = filters;
  const { criteria } = access;
  const conditions: Condition[] = [];
  if (text?.trim()) {
    conditions.push(query => whereContains(query, folded(text.trim())));
  }
  if (since) {
    const from = new Date(since).toISOString();
    conditions.push(query => query.where('created_at', '>=', from));
  }
  if (until) {
    const to = new Date(until).toISOString();
    conditions.push(query => query.where('created_at', '<', to));
  }
  if (criteria) conditions.push(query => whereCriteria(query, criteria));
  return conditions;
}

/** As it stands, so nothing in it is a wildcard. */
function whereContains(query: Knex.QueryBuilder, text: string): void {
  const position = isPostgres(query as unknown as Knex) ? 'strpos' : 'instr';
  query.whereRaw(`${position}(search_text, ?) > 0`, [text]);
}
