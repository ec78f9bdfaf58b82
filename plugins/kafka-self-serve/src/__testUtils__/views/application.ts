// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type ApplicationDetail,
  type CredentialView,
  type GrantView,
  type InstanceView,
  instanceId,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { AT, YES } from './page';

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

/** Everything in it follows the name of its application. */
export const instanceOf = (
  changes: Partial<InstanceView> = {},
): InstanceView => {
  const { application = 'orders', environment = 'dev' } = changes;
  const id = instanceId({ application, environment });
  return {
    id,
    application,
    environment,
    principals: [`User:${application}`],
    patterns: (['TOPIC', 'GROUP'] as const).map(type => ({
      type,
      pattern: 'PREFIXED',
      name: `${application}.`,
    })),
    limits: {},
    visibility: 'public',
    usage: { topics: 4, partitions: 12, bytes: 2e9 },
    effectiveLimits: { topics: 20, partitions: 120 },
    counts: { topics: 4, groups: 1, subjects: 1 },
    credentials: [
      credentialOf({ application, instance: id, username: application }),
    ],
    ...changes,
  };
};

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

/** In `dev` unless told otherwise, with access given to another one. */
export const applicationOf = (
  changes: Partial<ApplicationDetail> = {},
): ApplicationDetail => {
  const { name = 'orders' } = changes;
  return {
    name,
    ownerRef: 'group:default/orders',
    componentRef: `component:default/${name}-api`,
    environments: ['dev'],
    topics: 4,
    mine: true,
    instances: [instanceOf({ application: name })],
    accessIn: [],
    accessOut: [grantOf({ owner: `${name}@dev` })],
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
  };
};
