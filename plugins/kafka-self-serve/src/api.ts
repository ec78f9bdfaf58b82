// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createApiRef } from '@backstage/frontend-plugin-api';
import type { KafkaSelfServeApi } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestsApi } from '@fairway/requests-common';

/** The Kafka backend. @public */
export const kafkaSelfServeApiRef = createApiRef<KafkaSelfServeApi>().with({
  id: 'plugin.kafka-self-serve.client',
  pluginId: 'kafka-self-serve',
});

/** The requests of the Kafka backend. @public */
export const kafkaRequestsApiRef = createApiRef<RequestsApi>().with({
  id: 'plugin.kafka-self-serve.requests',
  pluginId: 'kafka-self-serve',
});
