// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import type { RequestPermissions } from '@fairway/requests-common';
import type { RequestStore } from '../store/types';
import { createRequestRules, requestResourceRefOf } from './rules';

/** Makes the requests of a plugin known to the permission framework. @public */
export function registerRequestPermissions(options: {
  pluginId: string;
  permissions: RequestPermissions;
  permissionsRegistry: PermissionsRegistryService;
  store: Pick<RequestStore, 'get'>;
}): void {
  const { pluginId, permissions, permissionsRegistry, store } = options;
  const { resourceType, all } = permissions;
  const resourceRef = requestResourceRefOf({ pluginId, resourceType });
  permissionsRegistry.addResourceType({
    resourceRef,
    permissions: all.filter(permission => 'resourceType' in permission),
    rules: Object.values(createRequestRules(resourceRef)),
    getResources: ids => Promise.all(ids.map(id => store.get(id))),
  });
  permissionsRegistry.addPermissions(
    all.filter(permission => !('resourceType' in permission)),
  );
}
