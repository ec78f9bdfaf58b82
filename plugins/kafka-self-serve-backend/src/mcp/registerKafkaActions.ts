// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID as pluginId,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import {
  OwnRoutes,
  registerRequestStatus,
  registerWish,
} from '@fairway/requests-node';
import { registerReading } from './reading';
import { WISHES } from './wishes';

/** Reading and asking, for MCP and whatever else calls registered actions. Deciding is for people, on the pages. */
export function registerKafkaActions(options: {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  config: RootConfigService;
  discovery: DiscoveryService;
}): void {
  const { actionsRegistry: registry, config, discovery } = options;
  const portal = config.getString('app.baseUrl').replace(/\/+$/, '');
  const parts = {
    registry,
    routes: OwnRoutes.create({ ...options, pluginId }),
    kafka: KafkaSelfServeClient.create({ discoveryApi: discovery }),
    urlOf: (id: string) => `${portal}/kafka/requests/${id}`,
  };
  registerReading(parts);
  registerRequestStatus(
    {
      name: 'get-kafka-request',
      title: 'Get a Kafka request',
      words: 'a Kafka request',
    },
    parts,
  );
  for (const wish of WISHES) registerWish(wish, parts);
}
