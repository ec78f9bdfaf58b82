// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Knex } from 'knex';
import { fromRow, type RequestRow } from './rows';
import type { StoredRequest } from './types';

/** What wants attention by the clock, the longest due first. */
export async function dueRequests(
  knex: Knex,
  options: { limit: number; now: Date },
): Promise<StoredRequest[]> {
  const rows = await knex<RequestRow>('requests')
    .where('due_at', '<=', options.now.toISOString())
    .orderBy('due_at')
    .limit(options.limit);
  return rows.map(fromRow);
}
