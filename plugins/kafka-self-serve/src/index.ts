// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Kafka self-serve: environments, topics and requests.
 *
 * @packageDocumentation
 */

export { kafkaSelfServePlugin as default } from './plugin';
export { kafkaRequestsApiRef, kafkaSelfServeApiRef } from './api';
export { kafkaSelfServeTranslationRef } from './translation';
