// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A Kafka cluster and a schema registry in WebAssembly, for the demo, development and tests.
 *
 * @packageDocumentation
 */
export { EmbeddedCluster } from './EmbeddedCluster';
export {
  isKafkaEmbeddedError,
  KAFKA_EMBEDDED_ERRORS,
  type KafkaEmbeddedError,
  type KafkaEmbeddedErrorCode,
} from './errors';
export type {
  EmbeddedAvailability,
  EmbeddedClusterOptions,
  EmbeddedClusterState,
  EmbeddedUser,
  SaslMechanism,
} from './types';
