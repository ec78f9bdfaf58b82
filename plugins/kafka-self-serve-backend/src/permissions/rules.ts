// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createPermissionResourceRef,
  createPermissionRule,
  type PermissionRule,
} from '@backstage/plugin-permission-node';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID as pluginId,
  RESOURCE_TYPE_KAFKA_APPLICATION,
  RESOURCE_TYPE_KAFKA_ENVIRONMENT,
  RESOURCE_TYPE_KAFKA_RESOURCE,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { z } from 'zod';
import type { KafkaResource, ResourceCriterion } from '../domain/viewer';

/** What rules about environments look at. */
export interface EnvironmentResource {
  name: string;
  /** Of the ownership policy. */
  environment: string;
  store: string;
}

export interface EnvironmentCriterion {
  field: keyof EnvironmentResource;
  values: string[];
}

/** What rules about applications look at. */
export type ApplicationResource = Required<
  Pick<KafkaResource, 'name' | 'ownerRef'>
>;

export const environmentResourceRef = createPermissionResourceRef<
  EnvironmentResource,
  EnvironmentCriterion
>().with({ pluginId, resourceType: RESOURCE_TYPE_KAFKA_ENVIRONMENT });

export const applicationResourceRef = createPermissionResourceRef<
  ApplicationResource,
  ResourceCriterion
>().with({ pluginId, resourceType: RESOURCE_TYPE_KAFKA_APPLICATION });

export const kafkaResourceRef = createPermissionResourceRef<
  KafkaResource,
  ResourceCriterion
>().with({ pluginId, resourceType: RESOURCE_TYPE_KAFKA_RESOURCE });

const paramsSchema = z.object({
  values: z.array(z.string().min(1)).min(1).max(500).describe('Any of these'),
});

/** Entity refs are compared without regard to case. */
const REFS = 'ownerRef';

export function hasValue(
  resource: object,
  field: string,
  values: readonly string[],
): boolean {
  const found = (resource as Record<string, unknown>)[field];
  if (typeof found !== 'string') return false;
  return field === REFS
    ? values.some(value => value.toLowerCase() === found.toLowerCase())
    : values.includes(found);
}

type OneOf<Resource, Query, Type extends string> = PermissionRule<
  Resource,
  Query,
  Type,
  { values: string[] }
>;

const environmentRule = (
  name: string,
  field: keyof EnvironmentResource,
  description: string,
): OneOf<
  EnvironmentResource,
  EnvironmentCriterion,
  typeof RESOURCE_TYPE_KAFKA_ENVIRONMENT
> =>
  createPermissionRule({
    name,
    description,
    resourceRef: environmentResourceRef,
    paramsSchema,
    apply: (resource, { values }) => hasValue(resource, field, values),
    toQuery: ({ values }) => ({ field, values }),
  });

export const environmentRules = [
  environmentRule('IS_ENVIRONMENT', 'name', 'One of these Kafka environments'),
  environmentRule(
    'IN_ENVIRONMENT',
    'environment',
    'In one of these environments of the ownership policy',
  ),
  environmentRule(
    'IS_STORE',
    'store',
    'One of these data stores of the ownership policy',
  ),
];

const applicationRule = (
  name: string,
  field: keyof ApplicationResource,
  description: string,
): OneOf<
  ApplicationResource,
  ResourceCriterion,
  typeof RESOURCE_TYPE_KAFKA_APPLICATION
> =>
  createPermissionRule({
    name,
    description,
    resourceRef: applicationResourceRef,
    paramsSchema,
    apply: (resource, { values }) => hasValue(resource, field, values),
    toQuery: ({ values }) => ({ field, values }),
  });

export const applicationRules = [
  applicationRule('IS_APPLICATION', 'name', 'One of these applications'),
  applicationRule('IS_OWNED_BY', 'ownerRef', 'Owned by one of these groups'),
];

const resourceRule = (
  name: string,
  field: ResourceCriterion['field'],
  description: string,
): OneOf<
  KafkaResource,
  ResourceCriterion,
  typeof RESOURCE_TYPE_KAFKA_RESOURCE
> =>
  createPermissionRule({
    name,
    description,
    resourceRef: kafkaResourceRef,
    paramsSchema,
    apply: (resource, { values }) => hasValue(resource, field, values),
    toQuery: ({ values }) => ({ field, values }),
  });

export const kafkaResourceRules = [
  resourceRule(
    'IS_TYPE',
    'type',
    'A topic, group, subject, grant, credential or acl',
  ),
  resourceRule(
    'IN_ENVIRONMENT',
    'environment',
    'In one of these Kafka environments',
  ),
  resourceRule('IS_NAMED', 'name', 'With one of these names'),
  resourceRule('OF_APPLICATION', 'application', 'Of one of these applications'),
  resourceRule('IS_OWNED_BY', 'ownerRef', 'Owned by one of these groups'),
];
