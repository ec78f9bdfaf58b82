// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  KAFKA_SELF_SERVE_PLUGIN_ID,
  KafkaSelfServeClient,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { fetchData, type PortalOptions, requestsOf } from '../requests/portal';

/** Which portal, as whom. */
export type KafkaPortalOptions = Omit<PortalOptions, 'plugin'>;

/** The Kafka backend of a portal, with the token of the person who runs the command. */
export function kafkaOf(options: KafkaPortalOptions) {
  const { client, call } = requestsOf({
    ...options,
    plugin: KAFKA_SELF_SERVE_PLUGIN_ID,
  });
  const base = options.url?.replace(/\/+$/, '');
  return {
    requests: client,
    kafka: KafkaSelfServeClient.create({
      discoveryApi: { getBaseUrl: async id => `${base}/api/${id}` },
      fetchApi: { fetch: fetchData },
    }),
    call,
  };
}
