// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { EntityKafka } from './EntityKafka';
export { KafkaCard } from './KafkaCard';
