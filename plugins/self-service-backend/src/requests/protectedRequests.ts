// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { selfServiceRequestPermissions } from '@fairway/backstage-plugin-self-service-common';
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
import { PLUGIN_ID } from './createChangeEngine';

/** What the routes call: the company's permission policy and the audit log before the engine's own rules. */
export function protectedRequests(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  engine: RequestEngine;
  directory: PeopleDirectory;
  administrators: string[];
}): Pick<RequestsRouterOptions, 'service' | 'callers'> {
  const { administrators, auditor, directory, engine } = options;
  const { httpAuth, permissions, permissionsRegistry } = options;
  const requestPermissions = selfServiceRequestPermissions;
  const { resourceType } = requestPermissions;
  registerRequestPermissions({
    pluginId: PLUGIN_ID,
    permissions: requestPermissions,
    permissionsRegistry,
    store: engine.store,
  });
  const service = AuthorizedRequests.create({
    service: engine.service,
    permissions,
    requestPermissions,
    ruleset: permissionsRegistry.getPermissionRuleset(
      requestResourceRefOf({ pluginId: PLUGIN_ID, resourceType }),
    ),
  });
  return {
    service: AuditedRequests.create({ service, auditor }),
    callers: RequestCallers.create({
      httpAuth,
      people: directory,
      permissions,
      requestPermissions,
      administrators,
    }),
  };
}
