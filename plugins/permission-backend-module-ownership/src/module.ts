// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { permissionError } from './errors';
import { OwnershipPermissionPolicy } from './policy/OwnershipPermissionPolicy';
import { readSettings } from './settings/readSettings';

/**
 * Makes the ownership permission policy the one of the framework, unless
 * `ownership.permissions.install` is false.
 *
 * @public
 */
export const permissionModuleOwnershipPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'ownership-policy',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        policies: policyExtensionPoint,
      },
      async init({ policies, ...services }) {
        if (!readSettings(services.config).install) {
          return;
        }
        const policy = OwnershipPermissionPolicy.create(services);
        try {
          policies.setPolicy(policy);
        } catch (cause) {
          const reason = cause instanceof Error ? cause.message : String(cause);
          throw permissionError(
            'ownership-permissions-already-set',
            { reason },
            { cause },
          );
        }
      },
    });
  },
});
