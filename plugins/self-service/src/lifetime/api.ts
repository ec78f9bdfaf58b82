// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createApiRef } from '@backstage/frontend-plugin-api';
import type { LifetimesApi } from '@fairway/backstage-plugin-self-service-common';

/** Ends of resources, of the self-service backend. @public */
export const lifetimesApiRef = createApiRef<LifetimesApi>().with({
  id: 'plugin.self-service.lifetimes',
  pluginId: 'self-service',
});
