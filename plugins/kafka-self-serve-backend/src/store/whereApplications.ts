// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApplicationsQuery } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { ResourceCriterion, Viewer } from '../domain/viewer';
import { folded, isPostgres } from './Session';
import { whereOneOf } from './visible';

/** Applications as the viewer may see them; `criteria` speak of applications here. */
export function whereApplications(
  query: Knex.QueryBuilder,
  filters: ApplicationsQuery,
  viewer: Viewer,
): Knex.QueryBuilder {
  const { owner, environment, mine, component, q } = filters;
  if (owner) whereOneOf(query, 'owner_ref', owner.map(folded));
  if (mine) whereOneOf(query, 'owner_ref', viewer.refs.map(folded));
  if (component) {
    query.whereIn('component_ref', component.map(folded));
  }
  if (environment) {
    query.whereIn('name', instances =>
      instances
        .from('kafka_instances')
        .whereIn('environment', environment)
        .select('application'),
    );
  }
  const text = q?.trim();
  if (text) {
    const position = isPostgres(query as unknown as Knex) ? 'strpos' : 'instr';
    query.whereRaw(`${position}(search_text, ?) > 0`, [folded(text)]);
  }
  if (viewer.criteria) whereCriteria(query, viewer.criteria);
  return query;
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ResourceCriterion>,
): void {
  if ('allOf' in criteria) {
    query.where(all => {
      for (const one of criteria.allOf)
        all.where(part => whereCriteria(part, one));
    });
  } else if ('anyOf' in criteria) {
    query.where(any => {
      for (const one of criteria.anyOf)
        any.orWhere(part => whereCriteria(part, one));
    });
  } else if ('not' in criteria) {
    query.whereNot(part => whereCriteria(part, criteria.not));
  } else if (criteria.field === 'ownerRef') {
    query.whereIn('owner_ref', criteria.values.map(folded));
  } else if (criteria.field === 'application' || criteria.field === 'name') {
    query.whereIn('name', criteria.values);
  } else {
    query.whereRaw('1 = 0');
  }
}
