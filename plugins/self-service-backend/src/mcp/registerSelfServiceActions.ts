// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionsClient } from '@fairway/backstage-plugin-self-service-common';
import {
  OwnRoutes,
  registerRequestStatus,
  registerWish,
} from '@fairway/requests-node';
import { changeWish } from './changeWish';
import { registerFindActions } from './registerFindActions';

const PLUGIN_ID = 'self-service';

/** Finding, previewing, asking and following, for MCP and whatever else calls registered actions. Deciding is for people, on the pages. */
export function registerSelfServiceActions(options: {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  discovery: DiscoveryService;
  urlOf: (requestId: string) => string;
}): void {
  const { actionsRegistry: registry, discovery, urlOf } = options;
  const routes = OwnRoutes.create({ ...options, pluginId: PLUGIN_ID });
  const parts = { registry, routes, urlOf };
  registerFindActions({
    ...parts,
    actions: ActionsClient.create({ discoveryApi: discovery }),
  });
  registerWish(changeWish, parts);
  registerRequestStatus(
    {
      name: 'get-change-request',
      title: 'Get a request for a change',
      words: 'a request for a change of infrastructure',
    },
    parts,
  );
}
