// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipClient } from '@fairway/backstage-plugin-ownership-common';
import type {
  ActionsApi,
  InfrastructureApi,
  SelfServiceApi,
} from '@fairway/backstage-plugin-self-service-common';
import type { RequestsApi } from '@fairway/requests-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What this plugin asks the ownership backend. @public */
export type OwnershipApi = Pick<
  OwnershipClient,
  'myTargets' | 'matrix' | 'breakGlass'
>;

/** The self-service backend. @public */
export const selfServiceApiRef = createApiRef<SelfServiceApi>().with({
  id: 'plugin.self-service.client',
  pluginId: 'self-service',
});

/** What the self-service backend reads: modules at a version, units. @public */
export const infrastructureApiRef = createApiRef<InfrastructureApi>().with({
  id: 'plugin.self-service.infrastructure',
  pluginId: 'self-service',
});

/** What can be ordered and done, and drift. @public */
export const actionsApiRef = createApiRef<ActionsApi>().with({
  id: 'plugin.self-service.actions',
  pluginId: 'self-service',
});

/** The requests of the self-service backend. @public */
export const selfServiceRequestsApiRef = createApiRef<RequestsApi>().with({
  id: 'plugin.self-service.requests',
  pluginId: 'self-service',
});

/** The ownership backend. @public */
export const ownershipApiRef = createApiRef<OwnershipApi>().with({
  id: 'plugin.self-service.ownership',
  pluginId: 'self-service',
});
