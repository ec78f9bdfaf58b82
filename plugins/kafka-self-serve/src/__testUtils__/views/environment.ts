// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ConnectionView,
  EnvironmentsAnswer,
  KafkaEnvironmentView,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { AT, YES } from './page';

export const environmentOf = (
  changes: Partial<KafkaEnvironmentView> = {},
): KafkaEnvironmentView => ({
  name: 'dev',
  displayName: 'Development',
  order: 1,
  environment: 'dev',
  store: 'kafka-dev',
  connection: 'dev',
  schemaRegistry: 'dev',
  defaults: { partitions: 3, replicationFactor: 1, configs: {} },
  limits: {
    partitionsPerTopic: 12,
    sizes: {
      S: { partitions: 1, 'retention.ms': '86400000' },
      M: { partitions: 6, 'retention.ms': '604800000' },
    },
  },
  policyRefs: ['names'],
  status: {
    reachable: true,
    version: '4.1',
    brokers: 3,
    lastSync: AT,
    lastScan: AT,
  },
  embedded: false,
  configured: false,
  counts: {
    instances: 2,
    topics: 6,
    orphans: 1,
    groups: 2,
    subjects: 2,
    grants: 1,
    drifted: 0,
  },
  rowVersion: 3,
  actions: { edit: YES, delete: YES, test: YES, sync: YES },
  ...changes,
});

export const environmentsOf = (
  ...items: KafkaEnvironmentView[]
): EnvironmentsAnswer => ({ items, actions: { create: YES } });

export const connectionOf = (
  changes: Partial<ConnectionView> = {},
): ConnectionView => ({
  name: 'spare',
  embedded: false,
  bootstrapServers: ['broker:9092'],
  security: 'TLS',
  schemaRegistry: true,
  ...changes,
});
