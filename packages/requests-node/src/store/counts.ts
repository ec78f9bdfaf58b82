// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// All tabs in one statement. Without filters the rows are counted within an index that is sorted by what is counted; with
// filters the few rows of one of them, or all rows once, in passing. Nothing is sorted.
import type { RequestCounts, RequestFilters } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { type Access, isOneOf, whereWaiting } from './access';
import { findFew, fromAll, fromFew, fromIndex } from './few';
import { indexedConditions, otherConditions } from './filters';

/** Which requests are in a tab, by their two states. */
const TABS: Record<Exclude<keyof RequestCounts, 'waitingForMe'>, string> = {
  draft: `decision = 'draft'`,
  pending: `decision = 'pending'`,
  changesRequested: `decision = 'changes-requested'`,
  approved: `decision = 'approved'`,
  rejected: `decision = 'rejected'`,
  failed: `execution in ('failed', 'partially-applied')`,
  active: `decision = 'approved' and execution not in ('succeeded', 'failed', 'partially-applied', 'compensated')`,
  succeeded: `execution = 'succeeded'`,
  withdrawn: `decision in ('cancelled', 'expired')`,
  all: 'true',
};

export async function countRequests(
  knex: Knex,
  filters: RequestFilters,
  access: Access,
): Promise<RequestCounts> {
  const { query } = await countsQuery(knex, filters, access);
  const [row] = await query;
  const counts = Object.entries(row).map(([tab, n]) => [tab, Number(n ?? 0)]);
  return Object.fromEntries(counts);
}

/** The statement, in an object, since to await a query is to run it. What chooses the tab does not choose what is counted. */
export async function countsQuery(
  knex: Knex,
  filters: RequestFilters,
  access: Access,
): Promise<{ query: Knex.QueryBuilder }> {
  const { decision, execution, waitingForMe, ...others } = filters;
  const indexed = indexedConditions(others, access);
  const rest = otherConditions(others, access);
  const onlyViewer =
    rest.length === 0 && indexed.every(({ name }) => name === 'viewer');
  const few = onlyViewer ? undefined : await findFew(knex, indexed);
  const matching = (rows: Knex.QueryBuilder) => {
    for (const where of rest) rows.modify(where);
    for (const { where } of indexed) rows.modify(where);
    return rows;
  };

  const states = onlyViewer
    ? indexCounts(knex, access)
    : matching(few ? fromFew(knex, few) : fromAll(knex)).select(
        'decision',
        'execution',
        knex.raw('1 as n'),
      );
  const waiting = matching(
    few ? fromFew(knex, few) : fromIndex(knex, 'requests_list_deciders_idx'),
  )
    .modify(rows => whereWaiting(rows, access))
    .count('*');
  const tabs = Object.entries(TABS).map(([tab, condition]) =>
    knex.raw(`sum(n) filter (where ${condition}) as ??`, [tab]),
  );
  const query = knex
    .from(states.as('states'))
    .select(...tabs, waiting.as('waitingForMe'));
  return { query };
}

/** Counted in the order of an index: of all rows, or set by set of those that the viewer is in, and their own beside these. */
function indexCounts(knex: Knex, access: Access): Knex.QueryBuilder {
  const counted = ['decision', 'execution', knex.raw('count(*) as n')];
  const all = knex.from({ l: 'requests_list' });
  if (access.seesAll) {
    return all.select(counted).groupBy('decision', 'execution');
  }
  const own = knex
    .from({ l: 'requests_list' })
    .select('decision', 'execution', knex.raw('1 as n'))
    .where('requester_ref', access.userRef)
    .whereNot(query => isOneOf(query, 'readers_id', access.audienceIds));
  const read = all
    .select(counted)
    .modify(query => isOneOf(query, 'readers_id', access.audienceIds))
    .groupBy('readers_id', 'decision', 'execution');
  return knex.from(read.as('readable')).select('*').unionAll(own);
}
