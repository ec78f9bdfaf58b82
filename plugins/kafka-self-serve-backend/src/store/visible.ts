// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type {
  KafkaResource,
  ResourceCriterion,
  Viewer,
} from '../domain/viewer';
import { folded, isPostgres } from './Session';

/** What of an instance the filters of lists need. */
export interface InstanceRow {
  id: string;
  application: string;
  owner_ref: string;
}

/** Instances with the group of each. */
export function instanceRows(
  knex: Knex,
): Knex.QueryBuilder<object, InstanceRow[]> {
  return knex('kafka_instances')
    .join(
      'kafka_applications',
      'kafka_applications.name',
      'kafka_instances.application',
    )
    .select('id', 'application', 'owner_ref');
}

export interface ListFilters {
  environment?: string[];
  application?: string[];
  /** Groups as entity refs, and `none`. */
  owner?: string[];
  mine?: boolean;
  q?: string;
}

interface Place {
  type: KafkaResource['type'];
  /** Columns that name the instances that it is of; any of them. */
  instanceColumns?: readonly string[];
  /** At least those that the filters and the criteria speak of. */
  instances: readonly InstanceRow[];
}

/** A list of a table with `environment`, `name` and the instance columns, as the viewer may see it. */
export function whereVisible(
  query: Knex.QueryBuilder,
  filters: ListFilters,
  viewer: Viewer,
  place: Place,
): Knex.QueryBuilder {
  const { instanceColumns = ['instance'], instances } = place;
  whereEnvironment(query, filters, viewer);
  const wanted = wantedInstances(filters, viewer, instances);
  if (wanted) {
    query.where(any => {
      for (const column of instanceColumns) {
        any.orWhere(part => whereOneOf(part, column, wanted.ids));
        if (wanted.orphans) any.orWhereNull(column);
      }
    });
  }
  // Whoever has a part in it sees it: of a grant, giver and taker.
  if (viewer.hiddenInstances.length > 0) {
    query.where(any => {
      for (const column of instanceColumns) {
        any.orWhereNull(column);
        any.orWhereNotIn(column, viewer.hiddenInstances);
      }
    });
  }
  const text = filters.q?.trim();
  if (text) {
    // Letters of ASCII only, as SQLite has it: a collation would take three times as long.
    query.whereRaw(
      isPostgres(query as unknown as Knex)
        ? `strpos(lower(name collate "C"), ?) > 0`
        : 'instr(lower(name), ?) > 0',
      [text.toLowerCase()],
    );
  }
  if (viewer.criteria) whereCriteria(query, viewer.criteria, place);
  return query;
}

export function whereEnvironment(
  query: Knex.QueryBuilder,
  { environment }: ListFilters,
  viewer: Pick<Viewer, 'environments'>,
): void {
  const seen = viewer.environments;
  const wanted = environment?.filter(name => seen.includes(name)) ?? seen;
  if (wanted.length === 1) {
    query.where('environment', wanted[0]);
    return;
  }
  // An expression: by several environments the database would sort all of their rows instead of walking an index.
  query.whereRaw(
    `(environment || '') in (${wanted.map(() => '?').join(', ') || "''"})`,
    wanted,
  );
}

/** The instances that the filters leave; undefined: all, and orphans. */
function wantedInstances(
  { application, owner, mine }: ListFilters,
  { refs }: Viewer,
  instances: readonly InstanceRow[],
): { ids: string[]; orphans: boolean } | undefined {
  if (!application && !owner && !mine) return undefined;
  const owners = owner?.map(folded);
  const own = refs.map(folded);
  const ids = instances
    .filter(
      row =>
        (!application ||
          application.includes(row.application) ||
          application.includes(row.id)) &&
        (!owners || owners.includes(row.owner_ref)) &&
        (!mine || own.includes(row.owner_ref)),
    )
    .map(({ id }) => id);
  return { ids, orphans: Boolean(owner?.includes('none')) };
}

/** A list of ids as one parameter, however many: SQLite keeps it as a tree, PostgreSQL as a hash. */
export function whereOneOf(
  query: Knex.QueryBuilder,
  column: string | Knex.Raw,
  values: readonly string[],
): void {
  if (values.length === 1) {
    query.whereRaw('?? = ?', [column, values[0]]);
  } else if (isPostgres(query as unknown as Knex)) {
    query.whereRaw('?? = any(?::text[])', [column, values as string[]]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(values),
    ]);
  }
}

/** What the company's permission policy leaves. Each condition is true or false, never unknown: it may stand under a `not`. */
export function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ResourceCriterion>,
  place: Place,
): void {
  if ('allOf' in criteria) {
    query.where(all => {
      for (const one of criteria.allOf) {
        all.where(part => whereCriteria(part, one, place));
      }
    });
  } else if ('anyOf' in criteria) {
    query.where(any => {
      for (const one of criteria.anyOf) {
        any.orWhere(part => whereCriteria(part, one, place));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(part => whereCriteria(part, criteria.not, place));
  } else {
    whereCriterion(query, criteria, place);
  }
}

function whereCriterion(
  query: Knex.QueryBuilder,
  { field, values }: ResourceCriterion,
  { type, instances, instanceColumns = ['instance'] }: Place,
): void {
  if (field === 'type') {
    query.whereRaw(values.includes(type) ? '1 = 1' : '1 = 0');
    return;
  }
  if (field === 'environment' || field === 'name') {
    query.whereIn(field, values);
    return;
  }
  const refs = values.map(folded);
  const ids = instances
    .filter(row =>
      field === 'application'
        ? values.includes(row.application)
        : refs.includes(row.owner_ref),
    )
    .map(({ id }) => id);
  query.where(any => {
    for (const column of instanceColumns) {
      any.orWhere(part => {
        part.whereNotNull(column);
        whereOneOf(part, column, ids);
      });
    }
  });
}
