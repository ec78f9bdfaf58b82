// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { OwnedBy } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { KafkaResource, ResourceCriterion, Viewer } from '../domain/ports';
import { kafkaError } from '../errors';

/** Whether a viewer may see one thing, as the lists have it in the database. */
export function isVisible(
  viewer: Viewer,
  resource: KafkaResource & Pick<OwnedBy, 'instance'>,
): boolean {
  const { environment, instance } = resource;
  if (!viewer.environments.includes(environment)) return false;
  if (instance && viewer.hiddenInstances.includes(instance)) return false;
  return !viewer.criteria || matches(viewer.criteria, resource);
}

/**
 * The thing, if the viewer may see it.
 *
 * @throws `kafka-not-found` otherwise, like for one that is not there
 */
export function visible<T extends OwnedBy & { environment: string }>(
  viewer: Viewer,
  found: T | undefined,
  { type, name }: Pick<KafkaResource, 'name' | 'type'>,
): T {
  if (found && isVisible(viewer, { ...found, type, name })) return found;
  throw kafkaError('kafka-not-found', { type, name });
}

/** `apply` of the permission rules' criteria. */
export function matches(
  criteria: PermissionCriteria<ResourceCriterion>,
  resource: KafkaResource,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(each => matches(each, resource));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(each => matches(each, resource));
  }
  if ('not' in criteria) return !matches(criteria.not, resource);
  const { field, values } = criteria;
  const value = resource[field];
  if (value === undefined) return false;
  return field === 'ownerRef'
    ? values.some(each => each.toLowerCase() === value.toLowerCase())
    : values.includes(value);
}
