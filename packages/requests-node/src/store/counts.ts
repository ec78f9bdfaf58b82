// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { RequestCounts, RequestFilters } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { type Access, whereWaiting } from './access';
import { indexedConditions, otherConditions } from './filters';

interface CountRow {
  decision: string;
  execution: string;
  all: number | string;
  waiting: number | string;
}

const ENDS = ['succeeded', 'failed', 'partially-applied', 'compensated'];

/** Which tabs a request is in. */
const TABS: Record<
  Exclude<keyof RequestCounts, 'all' | 'waitingForMe'>,
  (row: CountRow) => boolean
> = {
  draft: row => row.decision === 'draft',
  pending: row => row.decision === 'pending',
  approved: row => row.decision === 'approved',
  rejected: row => row.decision === 'rejected',
  failed: row => ['failed', 'partially-applied'].includes(row.execution),
  active: row => row.decision === 'approved' && !ENDS.includes(row.execution),
  succeeded: row => row.execution === 'succeeded',
  withdrawn: row => ['cancelled', 'expired'].includes(row.decision),
};

export async function countRequests(
  knex: Knex,
  filters: RequestFilters,
  access: Access,
): Promise<RequestCounts> {
  const rows: CountRow[] = await countsQuery(knex, filters, access);
  const sum = (of: (row: CountRow) => number | string) =>
    rows.reduce((total, row) => total + Number(of(row)), 0);
  const tabs = Object.entries(TABS).map(([tab, isIn]) => [
    tab,
    sum(row => (isIn(row) ? row.all : 0)),
  ]);
  return {
    ...Object.fromEntries(tabs),
    waitingForMe: sum(row => row.waiting),
    all: sum(row => row.all),
  };
}

/** One row for each pair of decision and execution. */
export function countsQuery(
  knex: Knex,
  filters: RequestFilters,
  access: Access,
): Knex.QueryBuilder {
  const {
    decision: _decision,
    execution: _execution,
    waitingForMe: _waitingForMe,
    ...others
  } = filters;
  const query = knex.from({ l: 'requests_list' });
  for (const { where } of indexedConditions(others, access))
    query.modify(where);
  for (const where of otherConditions(others, access)) query.modify(where);
  const waiting = query
    .clone()
    .modify(one => whereWaiting(one, access))
    .select(knex.raw("'', '', 0, count(*)"));
  const states = query
    .groupBy('decision', 'execution')
    .select('decision', 'execution', knex.raw('count(*) as ??', ['all']))
    .select(knex.raw('0 as waiting'))
    .as('states');
  return knex.from(states).select('*').unionAll(waiting);
}
