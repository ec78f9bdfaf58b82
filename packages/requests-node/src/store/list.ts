// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A page is found in two steps: its numbers in the short rows of requests_list, then the requests themselves. Numbers are
// found in one of two ways. Where one of the filters leaves few rows, its index is read and those few are sorted. Otherwise
// the rows are walked in the order of the list from the cursor on until the page is full, which is soon, since each filter
// lets many pass. So a page costs the same wherever it is in the list.
import type { ListRequestsInput } from '@fairway/requests-common';
import type { Knex } from 'knex';
import { type Access, whereWaiting } from './access';
import { fromCursor, type Position, toCursor } from './cursor';
import { indexedConditions, otherConditions } from './filters';
import { findFew, fromAll, fromFew } from './few';
import { fromRow, type RequestRow, SUMMARY_COLUMNS } from './rows';
import type { StoredPage } from './types';

/** Numbers are signed, of 32 bits; the statement of the first page is that of any other. */
const LAST_NUMBER = 2 ** 31 - 2;

export type ListOptions = ListRequestsInput & {
  limit: number;
  contents?: 'left-out';
};

export async function listRequests(
  knex: Knex,
  input: ListOptions,
  access: Access,
): Promise<StoredPage> {
  const { limit, order = 'newest' } = input;
  const from =
    input.cursor === undefined ? undefined : fromCursor(input.cursor, order);
  const found = await pageNumbers(knex, { ...input, order }, access, from);
  const more = found.length > limit;
  const numbers = found.slice(0, limit);
  const backwards = from?.side === 'before';
  if (backwards) numbers.reverse();

  const cursor = (side: Position['side'], number?: number) =>
    number === undefined ? undefined : toCursor({ side, number }, order);
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : from !== undefined;
  return {
    ...(await readPage(knex, numbers, input, access)),
    nextCursor: hasNext
      ? cursor('after', numbers.at(-1) ?? from?.number)
      : undefined,
    prevCursor: hasPrevious
      ? cursor('before', numbers[0] ?? from?.number)
      : undefined,
  };
}

/** One more than the page has, nearest to the cursor first. */
async function pageNumbers(
  knex: Knex,
  input: ListOptions & { order: 'newest' | 'oldest' },
  access: Access,
  from: Position | undefined,
): Promise<number[]> {
  const { query } = await numbersQuery(knex, input, access, from);
  const rows: { number: number }[] = await query;
  return rows.map(row => row.number);
}

/** The statement that finds the numbers of a page; in an object, since to await a query is to run it. */
export async function numbersQuery(
  knex: Knex,
  input: ListOptions,
  access: Access,
  from?: Position,
): Promise<{ query: Knex.QueryBuilder }> {
  const indexed = indexedConditions(input, access);
  const few = await findFew(knex, indexed);
  const query = few ? fromFew(knex, few) : fromAll(knex);
  for (const where of otherConditions(input, access)) query.modify(where);
  for (const condition of indexed) {
    if (condition !== few) query.modify(condition.where);
  }
  const downwards = (input.order !== 'oldest') !== (from?.side === 'before');
  const start = from?.number ?? (downwards ? LAST_NUMBER + 1 : 0);
  query.where('l.number', downwards ? '<' : '>', start);
  query
    .select('l.number')
    .orderBy('l.number', downwards ? 'desc' : 'asc')
    .limit(input.limit + 1);
  return { query };
}

/** The requests of a page, in the order of the numbers. */
async function readPage(
  knex: Knex,
  numbers: number[],
  { contents }: ListOptions,
  access: Access,
): Promise<Pick<StoredPage, 'items' | 'waitingForViewer'>> {
  if (numbers.length === 0) return { items: [], waitingForViewer: [] };
  const [rows, waiting] = await Promise.all([
    knex('requests')
      .whereIn('number', numbers)
      .select<RequestRow[]>(contents === 'left-out' ? SUMMARY_COLUMNS : ['*']),
    knex
      .from({ l: 'requests_list' })
      .whereIn('l.number', numbers)
      .modify(query => whereWaiting(query, access))
      .select<{ number: number }[]>('l.number'),
  ]);
  const byNumber = new Map(rows.map(row => [row.number, fromRow(row)]));
  const mine = new Set(waiting.map(row => row.number));
  const items = numbers.flatMap(number => byNumber.get(number) ?? []);
  return {
    items,
    waitingForViewer: items
      .filter(item => mine.has(item.number))
      .map(item => item.id),
  };
}
