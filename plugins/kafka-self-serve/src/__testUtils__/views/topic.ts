// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  TopicDetail,
  TopicSummary,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { snapshotOf, YES } from './page';

export const topicSummaryOf = (
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

export const topicDetailOf = (
  changes: Partial<TopicDetail> = {},
): TopicDetail => ({
  ...topicSummaryOf(),
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
  snapshot: snapshotOf('dev'),
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
