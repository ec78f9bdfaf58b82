// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredInstance } from '../domain/stored';
import { Owners } from './Owners';
import type { Session } from './Session';
import type { InstanceRow } from './visible';

export const INSTANCES = 'kafka_instances';

export interface StoredInstanceRow {
  id: string;
  application: string;
  environment: string;
  is_private: boolean | number;
  body: string;
  request_id: string | null;
}

/** Of one environment, or of all. */
export async function instancesById(
  session: Session,
  environment?: string,
): Promise<Map<string, InstanceRow>> {
  const query = session
    .knex(INSTANCES)
    .join(
      'kafka_applications',
      'kafka_applications.name',
      `${INSTANCES}.application`,
    )
    .select('id', 'application', 'owner_ref');
  if (environment !== undefined) query.where({ environment });
  const rows: InstanceRow[] = await query;
  return new Map(rows.map(row => [row.id, row]));
}

/** Whose names of an environment are. */
export async function ownersOf(
  session: Session,
  environment: string,
): Promise<Owners> {
  const bodies: string[] = await session
    .knex(INSTANCES)
    .where({ environment })
    .pluck('body');
  return Owners.of(
    bodies.map(body => JSON.parse(body) as Omit<StoredInstance, 'ownerRef'>),
  );
}
