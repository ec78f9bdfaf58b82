// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ApplicationInstance } from '../model/application';
import type { KafkaEnvironment } from '../model/environment';
import type { AclBinding, ObservedState } from '../model/observed';
import type { Topic, TopicSpec } from '../model/resources';

// Small examples that the tests of this package begin with.

export const PROD: KafkaEnvironment = {
  name: 'prod',
  displayName: 'Production',
  order: 30,
  environment: 'prod',
  store: 'kafka-prod',
  connection: 'prod',
  schemaRegistry: 'prod',
  clusterId: 'cluster-prod',
  defaults: {
    partitions: 3,
    replicationFactor: 3,
    configs: { 'min.insync.replicas': '2' },
  },
  limits: {
    partitionsPerTopic: 24,
    deleteGraceDays: 7,
    sizes: {
      S: { partitions: 3, 'retention.ms': '86400000' },
      L: { partitions: 12, 'retention.ms': '604800000' },
    },
  },
  policyRefs: [],
};

export const ORDERS: ApplicationInstance = {
  id: 'orders@prod',
  application: 'orders',
  environment: 'prod',
  principals: ['User:orders'],
  patterns: [
    { type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' },
    { type: 'GROUP', pattern: 'PREFIXED', name: 'orders-' },
    { type: 'TRANSACTIONAL_ID', pattern: 'LITERAL', name: 'orders-tx' },
  ],
  limits: {},
  visibility: 'public',
};

export const BILLING: ApplicationInstance = {
  id: 'billing@prod',
  application: 'billing',
  environment: 'prod',
  principals: ['User:billing'],
  patterns: [
    { type: 'TOPIC', pattern: 'LITERAL', name: 'invoices' },
    { type: 'TOPIC', pattern: 'LITERAL', name: 'invoices.late' },
    { type: 'GROUP', pattern: 'LITERAL', name: 'billing' },
    { type: 'SUBJECT', pattern: 'PREFIXED', name: 'com.acme.billing.' },
  ],
  limits: {},
  visibility: 'private',
};

export function aTopicSpec(fields: Partial<TopicSpec> = {}): TopicSpec {
  return {
    name: 'orders.created',
    partitions: 3,
    replicationFactor: 3,
    configs: {},
    ...fields,
  };
}

export function aTopic(fields: Partial<Topic> = {}): Topic {
  return {
    environment: 'prod',
    name: 'orders.created',
    owner: 'orders@prod',
    phase: 'ready',
    observed: aTopicSpec(),
    deletionProtection: false,
    ...fields,
  };
}

export function anAcl(fields: Partial<AclBinding> = {}): AclBinding {
  return {
    resourceType: 'TOPIC',
    patternType: 'LITERAL',
    resourceName: 'orders.created',
    principal: 'User:orders',
    host: '*',
    operation: 'READ',
    permission: 'ALLOW',
    ...fields,
  };
}

export function aCluster(fields: Partial<ObservedState> = {}): ObservedState {
  return { topics: [], acls: [], subjects: [], ...fields };
}

export const codes = (problems: readonly { code: string }[]) =>
  problems.map(({ code }) => code);
