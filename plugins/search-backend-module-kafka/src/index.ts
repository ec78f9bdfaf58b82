// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Kafka topics as documents of the search.
 *
 * @packageDocumentation
 */

export { searchModuleKafka as default } from './module';
