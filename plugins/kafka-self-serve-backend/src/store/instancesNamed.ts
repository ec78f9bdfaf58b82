// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { ResourceCriterion, Viewer } from '../domain/viewer';
import { folded } from './Session';
import {
  type InstanceRow,
  instanceRows,
  type ListFilters,
  whereOneOf,
} from './visible';

/**
 * Instances that a list's filters or the permission policy speak of, by
 * application or by owner: however many others there are, they are not read.
 * `whereVisible` finds among them which the list is about.
 */
export async function instancesNamed(
  knex: Knex,
  { application = [], owner = [], mine }: ListFilters,
  { criteria, refs }: Pick<Viewer, 'criteria' | 'refs'>,
): Promise<InstanceRow[]> {
  const applications = [...application, ...valuesOf(criteria, 'application')];
  const owners = [
    ...owner,
    ...(mine ? refs : []),
    ...valuesOf(criteria, 'ownerRef'),
  ].map(folded);
  if (applications.length + owners.length === 0) return [];
  return instanceRows(knex).where(any => {
    any.orWhere(part => whereOneOf(part, 'application', applications));
    // An instance is named as its application is.
    any.orWhere(part => whereOneOf(part, 'id', applications));
    any.orWhere(part => whereOneOf(part, 'owner_ref', owners));
  });
}

/** What is said about a field anywhere in the criteria. */
function valuesOf(
  criteria: PermissionCriteria<ResourceCriterion> | undefined,
  field: ResourceCriterion['field'],
): string[] {
  if (!criteria) return [];
  if ('allOf' in criteria) {
    return criteria.allOf.flatMap(each => valuesOf(each, field));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.flatMap(each => valuesOf(each, field));
  }
  if ('not' in criteria) return valuesOf(criteria.not, field);
  return criteria.field === field ? criteria.values : [];
}
