// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerPreview, registerRequest } from './asking';
import { OwnRoutes } from './OwnRoutes';
import { registerReading } from './reading';
import { WISHES } from './wishes';

/** Reading and asking, for MCP and whatever else calls registered actions. Deciding is for people, on the pages. */
export function registerKafkaActions(options: {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  config: RootConfigService;
  discovery: DiscoveryService;
}): void {
  const { actionsRegistry: registry, config } = options;
  const portal = config.getString('app.baseUrl').replace(/\/+$/, '');
  const parts = { registry, portal, routes: OwnRoutes.create(options) };
  registerReading(parts);
  for (const wish of WISHES) {
    registerPreview(wish, parts);
    registerRequest(wish, parts);
  }
}
