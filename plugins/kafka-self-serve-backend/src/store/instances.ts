// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { namesFor } from './instanceNames';
import { Owners } from './Owners';
import type { Session } from './Session';
import { type InstanceRow, instanceRows, whereOneOf } from './visible';

export const INSTANCES = 'kafka_instances';

export interface StoredInstanceRow {
  id: string;
  application: string;
  environment: string;
  is_private: boolean | number;
  body: string;
  request_id: string | null;
}

/** Instances that rows are of. */
export async function instancesOf(
  { knex }: Session,
  rows: readonly { instance: string | null }[],
): Promise<Map<string, InstanceRow>> {
  const ids = new Set(rows.flatMap(({ instance }) => instance ?? []));
  if (ids.size === 0) return new Map();
  const query = instanceRows(knex);
  whereOneOf(query, 'id', [...ids]);
  return new Map((await query).map(row => [row.id, row]));
}

/** Whose names of an environment are: all of them, or those that are asked about. */
export async function ownersOf(
  session: Session,
  environment: string,
  asked?: Parameters<typeof namesFor>[2],
): Promise<Owners> {
  return Owners.of(await namesFor(session, environment, asked));
}
