// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Kafka self-serve, the backend: the plugin, the ports to Kafka clusters and schema
 * registries with their adapters, and the configuration of connections.
 *
 * @packageDocumentation
 */
export { kafkaSelfServePlugin as default } from './plugin';
export {
  connectionNamed,
  isEmbedded,
  type KafkaConnections,
  readKafkaConfig,
} from './config/readKafkaConfig';
export { Secret } from './config/Secret';
export * from './config/types';
export {
  isKafkaError,
  isOutcomeUnknown,
  KAFKA_SELF_SERVE_ERRORS,
  type KafkaSelfServeError,
  type KafkaSelfServeErrorCode,
} from './errors';
export * from './kafka/outcomes';
export { PlatformaticKafkaAdmin } from './kafka/PlatformaticKafkaAdmin';
export * from './kafka/types';
export { ConfluentSchemaRegistry } from './registry/ConfluentSchemaRegistry';
export * from './registry/types';
