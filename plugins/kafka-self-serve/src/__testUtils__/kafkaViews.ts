// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationDetail,
  CredentialView,
  GrantView,
  GroupDetail,
  InstanceView,
  KafkaEnvironmentView,
  KafkaPage,
  SnapshotInfo,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type { RequestDetail } from '@fairway/requests-common';

const AT = '2026-11-22T10:00:00.000Z';
const YES = { allowed: true };
const snapshot = (environment: string): SnapshotInfo => ({
  environment,
  asOf: AT,
  reachable: true,
});

/** A page with all there is. */
export const pageOf = <T>(...items: T[]): KafkaPage<T> => ({
  items,
  total: items.length,
  snapshots: [snapshot('dev')],
});

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
  limits: {},
  policyRefs: ['names'],
  status: { reachable: true, version: '4.1', brokers: 3, lastSync: AT },
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

export const credentialOf = (
  changes: Partial<CredentialView> = {},
): CredentialView => ({
  id: 'credential-1',
  environment: 'dev',
  instance: 'orders@dev',
  application: 'orders',
  username: 'orders',
  mechanism: 'SCRAM-SHA-512',
  createdAt: AT,
  requestId: 'request-7',
  passwordWaiting: true,
  actions: { rotate: YES, revoke: YES },
  ...changes,
});

export const instanceOf = (
  changes: Partial<InstanceView> = {},
): InstanceView => ({
  id: 'orders@dev',
  application: 'orders',
  environment: 'dev',
  principals: ['User:orders'],
  patterns: [{ type: 'TOPIC', pattern: 'PREFIXED', name: 'orders.' }],
  limits: {},
  visibility: 'public',
  usage: { topics: 4, partitions: 12, bytes: 2e9 },
  effectiveLimits: { topics: 20, partitions: 120 },
  counts: { topics: 4, groups: 1, subjects: 1 },
  credentials: [credentialOf()],
  ...changes,
});

export const grantOf = (changes: Partial<GrantView> = {}): GrantView => ({
  id: 'grant-1',
  environment: 'dev',
  owner: 'orders@dev',
  grantee: 'payments@dev',
  access: 'CONSUME',
  topic: { pattern: 'LITERAL', name: 'orders.created' },
  state: 'active',
  actions: { renew: { allowed: false }, revoke: YES },
  ...changes,
});

export const applicationOf = (
  changes: Partial<ApplicationDetail> = {},
): ApplicationDetail => ({
  name: 'orders',
  ownerRef: 'group:default/orders',
  componentRef: 'component:default/orders-api',
  environments: ['dev'],
  topics: 4,
  mine: true,
  instances: [instanceOf()],
  accessIn: [],
  accessOut: [grantOf()],
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

export const groupOf = (changes: Partial<GroupDetail> = {}): GroupDetail => ({
  environment: 'dev',
  groupId: 'payments.orders-reader',
  state: 'STABLE',
  members: 1,
  topics: ['orders.created'],
  lag: '24',
  partitions: [
    {
      topic: 'orders.created',
      partition: 0,
      committed: '216',
      end: '240',
      lag: '24',
      clientId: 'reader-1',
    },
  ],
  history: [
    { at: AT, lag: '40' },
    { at: '2026-11-22T10:05:00.000Z', lag: '24' },
  ],
  openRequests: [],
  live: true,
  snapshot: snapshot('dev'),
  actions: {
    reset: { allowed: false, because: 'Only its owner may reset it.' },
  },
  ...changes,
});

/** A request as lists show it, and enough of the rest for its page to be opened. */
export const requestOf = (
  changes: Partial<RequestDetail> = {},
): RequestDetail => {
  const number = changes.number ?? 1;
  const no = { allowed: false };
  return {
    id: `request-${number}`,
    number,
    kind: 'kafka.topic',
    operation: 'create',
    title: 'Create topic orders.new in dev',
    resourceRefs: ['kafka:dev/topic/orders.new'],
    environmentRef: 'dev',
    requesterRef: 'user:default/otto',
    decision: 'pending',
    execution: 'none',
    revision: 1,
    waitingForMe: false,
    createdAt: AT,
    updatedAt: AT,
    payload: {},
    plan: {},
    planDigest: 'a'.repeat(64),
    view: {},
    risks: [],
    checks: [],
    approval: { mode: 'stages', by: [], stages: [] },
    stages: [],
    decisions: [],
    authorRefs: ['user:default/otto'],
    steps: [],
    links: [],
    outputs: {},
    rowVersion: 1,
    actions: {
      submit: no,
      discard: no,
      revise: no,
      approve: no,
      reject: no,
      'request-changes': no,
      cancel: no,
      retry: no,
      comment: no,
    },
    ...changes,
  };
};
