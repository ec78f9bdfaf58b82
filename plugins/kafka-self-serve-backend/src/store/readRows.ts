// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Session } from './Session';

/** Rows of the keys of a page, in their order. */
export async function rowsOfPage<
  Row extends { environment: string; name: string },
>(
  session: Session,
  table: string,
  keys: readonly { environment: string; name: string }[],
): Promise<Row[]> {
  if (keys.length === 0) return [];
  const rows: Row[] = await session.knex(table).whereIn(
    ['environment', 'name'],
    keys.map(({ environment, name }) => [environment, name]),
  );
  const found = new Map(
    rows.map(row => [`${row.environment}/${row.name}`, row]),
  );
  return keys.flatMap(key => found.get(`${key.environment}/${key.name}`) ?? []);
}
