// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { KafkaSelfServeClient } from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RegistryParts } from '@fairway/requests-node';

export interface KafkaActionParts extends RegistryParts {
  kafka: KafkaSelfServeClient;
}
