// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { kafkaError } from '../errors';
import type { StoredPage } from '../domain/viewer';

const LARGEST_PAGE = 100;
const USUAL_PAGE = 20;

type Key = string | number;

interface Position {
  side: 'after' | 'before';
  values: Key[];
}

export interface PageOrder {
  /** Columns of the table; together they are unique. All in one direction. */
  columns: readonly string[];
  descending?: boolean;
  cursor?: string;
  limit?: number;
}

/**
 * One page by its keys alone, so that the database sorts and skips within an
 * index. The rows themselves are read by the caller, for the page only.
 */
export async function keysetPage<KeyRow extends object>(
  /** Filtered, nothing selected. */
  query: Knex.QueryBuilder,
  order: PageOrder,
): Promise<StoredPage<KeyRow>> {
  const { columns, descending = false, cursor } = order;
  const limit = Math.min(order.limit ?? USUAL_PAGE, LARGEST_PAGE);
  const position = cursor === undefined ? undefined : read(cursor, order);
  const backward = position?.side === 'before';
  const downward = descending !== backward;
  const counted = query.clone().count({ total: '*' }).first();
  const page = query
    .clone()
    .select(columns)
    .orderBy(
      columns.map(column => ({ column, order: downward ? 'desc' : 'asc' })),
    )
    .limit(limit + 1);
  if (position) {
    const marks = columns.map(() => '?').join(', ');
    const names = columns.map(() => '??').join(', ');
    page.whereRaw(`(${names}) ${downward ? '<' : '>'} (${marks})`, [
      ...columns,
      ...position.values,
    ]);
  }
  // Side by side where the database has several connections.
  const [rows, { total }]: [KeyRow[], { total: string | number }] =
    await Promise.all([page, counted]);
  const more = rows.length > limit;
  const items = rows.slice(0, limit);
  if (backward) items.reverse();
  const write = (row: KeyRow | undefined, side: Position['side']) =>
    row && cursorOf(row, side, order);
  const hasNext = backward ? true : more;
  const hasPrevious = backward ? more : position !== undefined;
  return {
    items,
    total: Number(total),
    ...(hasNext && { nextCursor: write(items.at(-1), 'after') }),
    ...(hasPrevious && { prevCursor: write(items[0], 'before') }),
  };
}

function cursorOf(
  row: object,
  side: Position['side'],
  { columns, descending }: PageOrder,
): string {
  const values = columns.map(column => (row as Record<string, Key>)[column]);
  return Buffer.from(
    JSON.stringify([columns[0], Boolean(descending), side, values]),
  ).toString('base64url');
}

/** @throws InputError `kafka-cursor-invalid` */
function read(cursor: string, { columns, descending }: PageOrder): Position {
  try {
    const [column, down, side, values] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    const fits =
      column === columns[0] &&
      down === Boolean(descending) &&
      (side === 'after' || side === 'before') &&
      Array.isArray(values) &&
      values.length === columns.length &&
      values.every(
        value => typeof value === 'string' || typeof value === 'number',
      );
    if (fits) return { side, values };
  } catch {
    // Said below.
  }
  throw kafkaError('kafka-cursor-invalid', { cursor });
}
