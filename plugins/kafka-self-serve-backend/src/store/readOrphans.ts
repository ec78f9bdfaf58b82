// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OrphansQuery,
  OrphanView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { StoredPage, Viewer } from '../domain/viewer';
import { keysetPage } from './keyset';
import type { Session } from './Session';
import { whereEnvironment, whereVisible } from './visible';

const TABLES = {
  TOPIC: 'kafka_topics',
  GROUP: 'kafka_groups',
  SUBJECT: 'kafka_subjects',
} as const;

interface OrphanRow {
  environment: string;
  name: string;
  type: OrphanView['type'];
}

/** What nobody owns, by name over all types. */
export async function readOrphans(
  { knex }: Session,
  query: OrphansQuery,
  viewer: Viewer,
): Promise<StoredPage<Omit<OrphanView, 'principals'>>> {
  const { type: types = ['TOPIC', 'GROUP', 'SUBJECT'], cursor, limit } = query;
  const parts = [...new Set(types)].map(type => {
    const part = knex(TABLES[type])
      .whereNull('instance')
      .select('environment', 'name', knex.raw('? as type', [type]));
    return whereVisible(part, query, viewer, {
      type: type.toLowerCase() as Lowercase<OrphanView['type']>,
      instances: [],
    });
  });
  const [first, ...others] = parts;
  const all = knex.from(first.unionAll(others).as('orphans'));
  whereEnvironment(all, query, viewer);
  const page = await keysetPage<OrphanRow>(all, {
    columns: ['name', 'environment', 'type'],
    cursor,
    limit,
  });
  const topics = page.items.filter(({ type }) => type === 'TOPIC');
  const rows = topics.length
    ? await knex(TABLES.TOPIC)
        .whereIn(
          ['environment', 'name'],
          topics.map(({ environment, name }) => [environment, name]),
        )
        .select('environment', 'name', 'partitions', 'bytes')
    : [];
  const figures = new Map(
    rows.map(row => [`${row.environment}/${row.name}`, row]),
  );
  const items = page.items.map(({ environment, name, type }) => {
    const row =
      type === 'TOPIC' ? figures.get(`${environment}/${name}`) : undefined;
    return {
      environment,
      type,
      name,
      ...(row && { partitions: row.partitions as number }),
      ...(row && Number(row.bytes) >= 0 && { bytes: Number(row.bytes) }),
    };
  });
  return { ...page, items };
}
