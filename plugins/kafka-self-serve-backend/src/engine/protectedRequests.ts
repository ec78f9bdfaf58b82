// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID as pluginId,
  kafkaRequestPermissions as requestPermissions,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  AuditedRequests,
  AuthorizedRequests,
  type PeopleDirectory,
  registerRequestPermissions,
  RequestCallers,
  type RequestEngine,
  requestResourceRefOf,
  type RequestsRouterOptions,
} from '@fairway/requests-node';

/** What the routes of requests call: the company's permission policy and the audit log before the engine's own rules. */
export function protectedRequests(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  engine: RequestEngine;
  people: PeopleDirectory;
  administrators: string[];
}): Pick<RequestsRouterOptions, 'service' | 'callers'> {
  const { auditor, engine, permissions, permissionsRegistry } = options;
  const { resourceType } = requestPermissions;
  registerRequestPermissions({
    pluginId,
    permissions: requestPermissions,
    permissionsRegistry,
    store: engine.store,
  });
  const service = AuthorizedRequests.create({
    service: engine.service,
    permissions,
    requestPermissions,
    ruleset: permissionsRegistry.getPermissionRuleset(
      requestResourceRefOf({ pluginId, resourceType }),
    ),
  });
  return {
    service: AuditedRequests.create({ service, auditor }),
    callers: RequestCallers.create({ ...options, requestPermissions }),
  };
}
