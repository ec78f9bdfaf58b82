// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Scaffolder actions that ask for Kafka applications, topics and access.
 *
 * @packageDocumentation
 */

export { scaffolderModuleKafka as default } from './module';
export { KAFKA_ACTION_ERRORS, type KafkaActionErrorCode } from './errors';
