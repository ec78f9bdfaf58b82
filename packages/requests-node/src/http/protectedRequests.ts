// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuditorService,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { RequestPermissions } from '@fairway/requests-common';
import { AuditedRequests } from '../audit/AuditedRequests';
import { AuthorizedRequests } from '../permissions/AuthorizedRequests';
import { registerRequestPermissions } from '../permissions/registerRequestPermissions';
import { requestResourceRefOf } from '../permissions/rules';
import type { PeopleDirectory } from '../types';
import type { RequestEngine } from '../worker/createRequestEngine';
import type { RequestsRouterOptions } from './createRequestsRouter';
import { RequestCallers } from './RequestCallers';

/**
 * What the routes of requests call: the company's permission policy and the audit log before the engine's own rules.
 *
 * @public
 */
export function protectedRequests(options: {
  pluginId: string;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  requestPermissions: RequestPermissions;
  engine: RequestEngine;
  people: PeopleDirectory;
  administrators: string[];
}): Pick<RequestsRouterOptions, 'service' | 'callers'> {
  const { pluginId, auditor, engine, permissions } = options;
  const { permissionsRegistry, requestPermissions } = options;
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
    callers: RequestCallers.create(options),
  };
}
