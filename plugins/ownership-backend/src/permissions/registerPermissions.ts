// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  iacTargetPermissions,
  ownershipAdministerPermission,
} from '@fairway/backstage-plugin-ownership-common';
import {
  iacTargetOf,
  iacTargetResourceRef,
  iacTargetRules,
} from '@fairway/backstage-plugin-ownership-node';
import type { LastGoodPolicy } from '../policy/LastGoodPolicy';

/**
 * Makes targets known to the permission framework, so that a company's own
 * policy can decide about them too. A target that the policy does not know,
 * and every target while no policy decides, is refused by the framework.
 */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  policy: LastGoodPolicy;
}): void {
  const { permissionsRegistry, policy } = options;
  permissionsRegistry.addResourceType({
    resourceRef: iacTargetResourceRef,
    permissions: iacTargetPermissions,
    rules: Object.values(iacTargetRules),
    getResources: async refs => {
      const compiled = policy.peek()?.policy;
      return refs.map(ref => compiled && iacTargetOf(compiled, ref));
    },
  });
  permissionsRegistry.addPermissions([ownershipAdministerPermission]);
}
