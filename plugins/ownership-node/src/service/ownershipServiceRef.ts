// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { DefaultOwnershipService } from './DefaultOwnershipService';
import type { OwnershipService } from './types';

/**
 * The ownership policy for other backend plugins and modules. Needs the
 * ownership backend and the catalog to be installed, and nothing else.
 *
 * @public
 */
export const ownershipServiceRef = createServiceRef<OwnershipService>({
  id: 'ownership.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
      },
      factory: deps => DefaultOwnershipService.create(deps),
    }),
});
