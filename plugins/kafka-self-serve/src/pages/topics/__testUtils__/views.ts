// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApplicationDetail,
  type InstanceView,
  instanceId,
  type KafkaEnvironmentView,
  type TopicDetail,
  type TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestAction, RequestPreview } from '@fairway/requests-common';

const YES: RequestAction = { allowed: true };

export const environmentView = (
  changes: Partial<KafkaEnvironmentView> = {},
): KafkaEnvironmentView => ({
  name: 'dev',
  displayName: 'Development',
  order: 0,
  environment: 'dev',
  store: 'kafka',
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
  policyRefs: [],
  status: { reachable: true, brokers: 1 },
  embedded: true,
  configured: true,
  counts: {
    instances: 2,
    topics: 1,
    orphans: 0,
    groups: 1,
    subjects: 0,
    grants: 0,
    drifted: 0,
  },
  rowVersion: 1,
  actions: { edit: YES, delete: YES, test: YES, sync: YES },
  ...changes,
});

export const instanceView = (
  application: string,
  changes: Partial<InstanceView> = {},
): InstanceView => ({
  id: instanceId({ application, environment: 'dev' }),
  application,
  environment: 'dev',
  principals: [`User:${application}`],
  patterns: (['TOPIC', 'GROUP'] as const).map(type => ({
    type,
    pattern: 'PREFIXED',
    name: `${application}.`,
  })),
  limits: {},
  visibility: 'public',
  usage: { topics: 2, partitions: 6, bytes: 0 },
  effectiveLimits: { topics: 10, partitions: 20 },
  counts: { topics: 2, groups: 1, subjects: 0 },
  credentials: [],
  ...changes,
});

export const applicationView = (
  name: string,
  changes: Partial<ApplicationDetail> = {},
): ApplicationDetail => ({
  name,
  ownerRef: 'group:default/orders',
  componentRef: `component:default/${name}`,
  environments: ['dev'],
  topics: 2,
  mine: true,
  instances: [instanceView(name)],
  accessIn: [],
  accessOut: [],
  openRequests: [],
  actions: {
    edit: YES,
    delete: YES,
    'add-instance': YES,
    'request-topic': YES,
    'request-credential': YES,
    'request-limits': YES,
  },
  ...changes,
});

export const topicSummary = (
  changes: Partial<TopicSummary> = {},
): TopicSummary => ({
  environment: 'dev',
  name: 'orders.created',
  phase: 'ready',
  labels: {},
  instance: 'orders@dev',
  application: 'orders',
  ownerRef: 'group:default/orders',
  partitions: 3,
  replicationFactor: 1,
  shown: { 'retention.ms': '604800000', 'cleanup.policy': 'delete' },
  deletionProtection: false,
  ...changes,
});

const SPEC = {
  name: 'orders.created',
  partitions: 3,
  replicationFactor: 1,
  configs: { 'retention.ms': '604800000' },
};

export const topicDetail = (
  changes: Partial<TopicDetail> = {},
): TopicDetail => ({
  ...topicSummary(),
  desired: SPEC,
  observed: SPEC,
  drift: [],
  configs: [
    {
      name: 'retention.ms',
      value: '604800000',
      source: 'override',
      default: '86400000',
      readOnly: false,
    },
    {
      name: 'cleanup.policy',
      value: 'delete',
      source: 'default',
      readOnly: false,
    },
  ],
  layout: [
    {
      partition: 0,
      leader: 1,
      replicas: [1],
      inSync: [1],
      start: '0',
      end: '9',
    },
  ],
  groups: [
    { groupId: 'orders.search', state: 'STABLE', members: 2, lag: '12' },
  ],
  access: { owners: ['User:orders'], grants: [], acls: [] },
  subjects: [],
  openRequests: [],
  live: true,
  snapshot: { environment: 'dev', reachable: true },
  actions: {
    config: YES,
    partitions: YES,
    delete: YES,
    protection: YES,
    'request-access': YES,
    'register-schema': YES,
    promote: { allowed: false, because: 'dev is the last environment.' },
    claim: { allowed: false, because: 'It belongs to orders@dev already.' },
  },
  ...changes,
});

export const previewOf = (
  changes: Partial<RequestPreview> = {},
): RequestPreview => ({
  title: 'Make the topic',
  operation: 'create',
  resourceRefs: [],
  plan: {},
  planDigest: 'a'.repeat(64),
  view: { effects: ['Make the topic orders.paid'], fields: [] },
  risks: [],
  checks: [],
  approval: { mode: 'auto', by: ['dev'] },
  ...changes,
});
