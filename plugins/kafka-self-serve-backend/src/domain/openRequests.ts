// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  KafkaEnvironment,
  OpenKafkaRequest,
} from '@fairway/backstage-plugin-kafka-self-serve-common';

export interface OpenWithResources {
  request: OpenKafkaRequest;
  /** As `resourceRefs` of the common package writes them. */
  resourceRefs: string[];
}

/** Open requests with what they are about, the oldest first. */
export interface OpenInEnvironments {
  inEnvironments(
    environments: readonly Pick<KafkaEnvironment, 'name' | 'environment'>[],
  ): Promise<OpenWithResources[]>;
}
