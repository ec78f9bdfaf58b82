// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Kafka self-serve for apps of the old frontend system: `createApp` of `@backstage/app-defaults`.
 *
 * @packageDocumentation
 */

export { KafkaPage, kafkaSelfServePlugin } from './plugin';
