// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  compatWrapper,
  convertLegacyRouteRef,
} from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { RequestsClient } from '@fairway/requests-common';
import { kafkaRequestsApiRef, kafkaSelfServeApiRef } from '../api';
import { rootRouteRef } from '../routes';

/** The plugin, for apps of the old frontend system. @public */
export const kafkaSelfServePlugin = createPlugin({
  id: KAFKA_SELF_SERVE_PLUGIN_ID,
  routes: { root: convertLegacyRouteRef(rootRouteRef) },
  apis: [
    createApiFactory({
      api: kafkaSelfServeApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: options => KafkaSelfServeClient.create(options),
    }),
    createApiFactory({
      api: kafkaRequestsApiRef,
      deps: { discovery: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discovery, fetchApi }) =>
        RequestsClient.create({
          discovery,
          fetch: fetchApi.fetch,
          pluginId: KAFKA_SELF_SERVE_PLUGIN_ID,
        }),
    }),
  ],
});

/**
 * All pages of Kafka, below the route that it is put at.
 *
 * @example
 * ```tsx
 * <Route path="/kafka" element={<KafkaPage />} />
 * ```
 *
 * @public
 */
export const KafkaPage = kafkaSelfServePlugin.provide(
  createRoutableExtension({
    name: 'KafkaPage',
    component: async () => {
      const { KafkaRoutes } = await import('../layout');
      return () => compatWrapper(<KafkaRoutes />);
    },
    mountPoint: convertLegacyRouteRef(rootRouteRef),
  }),
);
