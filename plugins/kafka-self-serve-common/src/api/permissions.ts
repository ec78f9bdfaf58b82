// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  createRequestPermissions,
  type RequestPermissions,
} from '@fairway/requests-common';

/** @public */
export const KAFKA_SELF_SERVE_PLUGIN_ID = 'kafka-self-serve';

/** Resource ref: the environment's name. @public */
export const RESOURCE_TYPE_KAFKA_ENVIRONMENT = 'kafka-environment';
/** Resource ref: the application's name. @public */
export const RESOURCE_TYPE_KAFKA_APPLICATION = 'kafka-application';
/** Resource ref: `topic:prod/orders.created`, `group:…`, `subject:…`, `grant:…`, `credential:…`. @public */
export const RESOURCE_TYPE_KAFKA_RESOURCE = 'kafka-resource';

type Action = NonNullable<RequestPermissions['read']['attributes']['action']>;

// What `createPermission` of the framework makes, which this package does not need for anything else.

function basicPermission(options: {
  name: string;
  action: Action;
}): RequestPermissions['create'] {
  const { name, action } = options;
  return { type: 'basic', name, attributes: { action } };
}

function resourcePermission(options: {
  name: string;
  action: Action;
  resourceType: string;
}): RequestPermissions['read'] {
  const { name, action, resourceType } = options;
  return { type: 'resource', name, attributes: { action }, resourceType };
}

/** To see an environment. @public */
export const kafkaEnvironmentReadPermission = resourcePermission({
  name: 'kafka-self-serve.environment.read',
  action: 'read',
  resourceType: RESOURCE_TYPE_KAFKA_ENVIRONMENT,
});

/**
 * To set environments and topic policies up, and to import. It counts together
 * with `kafkaSelfServe.administrators`, never alone.
 *
 * @public
 */
export const kafkaEnvironmentManagePermission = basicPermission({
  name: 'kafka-self-serve.environment.manage',
  action: 'update',
});

/** To see an application with its instances. @public */
export const kafkaApplicationReadPermission = resourcePermission({
  name: 'kafka-self-serve.application.read',
  action: 'read',
  resourceType: RESOURCE_TYPE_KAFKA_APPLICATION,
});

/** To see topics, groups, subjects, access and credentials; a condition filters the lists. @public */
export const kafkaResourceReadPermission = resourcePermission({
  name: 'kafka-self-serve.resource.read',
  action: 'read',
  resourceType: RESOURCE_TYPE_KAFKA_RESOURCE,
});

/** To read an environment from its cluster again, and to choose what to do about drift of what one owns. @public */
export const kafkaResourceRefreshPermission = basicPermission({
  name: 'kafka-self-serve.resource.refresh',
  action: 'update',
});

/** `kafka-self-serve.request.read`, `.create`, `.update`, `.decide` and `.administer`. @public */
export const kafkaRequestPermissions = createRequestPermissions(
  KAFKA_SELF_SERVE_PLUGIN_ID,
);

/** @public */
export const kafkaSelfServePermissions = [
  kafkaEnvironmentReadPermission,
  kafkaEnvironmentManagePermission,
  kafkaApplicationReadPermission,
  kafkaResourceReadPermission,
  kafkaResourceRefreshPermission,
];
