// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Session } from './Session';

const AT_ONCE = 500;

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

/** Rows of an environment by name, some at a time, so that as few are held. */
export async function* rowsInTurn<Row extends { name: string }>(
  { knex }: Session,
  table: string,
  environment: string,
): AsyncGenerator<Row[]> {
  let after: string | undefined;
  for (;;) {
    const query = knex(table).where({ environment }).orderBy('name');
    if (after !== undefined) query.where('name', '>', after);
    const rows: Row[] = await query.limit(AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.name;
  }
}
