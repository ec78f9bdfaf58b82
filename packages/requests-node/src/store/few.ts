// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { isPostgres } from './connection';
import type { IndexedCondition } from './filters';

/** So many rows are read and sorted in about a millisecond. */
const FEW = 1_000;

/** The condition that leaves the fewest rows, if they are few; no more of them are counted than it takes to know. */
export async function findFew(
  knex: Knex,
  conditions: IndexedCondition[],
): Promise<IndexedCondition | undefined> {
  if (conditions.length === 0) return undefined;
  const counts = conditions.map(({ where }, index) => {
    const some = knex
      .from({ l: 'requests_list' })
      .modify(where)
      .select(knex.raw('1'))
      .limit(FEW + 1);
    return knex.count('*').from(some.as('some')).as(`n${index}`);
  });
  const [row] = await knex.select(counts);
  const sized = conditions
    .map((condition, index) => ({ condition, size: Number(row[`n${index}`]) }))
    .filter(({ size }) => size <= FEW)
    .sort((a, b) => a.size - b.size);
  return sized[0]?.condition;
}

/** The few rows `l` of a condition, read by its index before anything else is looked at. */
export function fromFew(
  knex: Knex,
  { where }: Pick<IndexedCondition, 'where'>,
): Knex.QueryBuilder {
  const few = knex.from({ l: 'requests_list' }).modify(where);
  return knex.withMaterialized('few', few).from({ l: 'few' });
}

/** All rows `l`; on SQLite in the order of their numbers, which an index would not keep. */
export function fromAll(knex: Knex): Knex.QueryBuilder {
  return knex.from(
    knex.raw(`requests_list as l ${isPostgres(knex) ? '' : 'not indexed'}`),
  );
}

/** All rows `l` of an index; SQLite, which counts nothing beforehand, is told. */
export function fromIndex(knex: Knex, index: string): Knex.QueryBuilder {
  return isPostgres(knex)
    ? knex.from({ l: 'requests_list' })
    : knex.from(knex.raw('requests_list as l indexed by ??', [index]));
}
