// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  StoredApplication,
  StoredInstance,
  TopicObservation,
} from '../domain/stored';
import type { StoredEnvironment } from '../domain/stored';
import type { Viewer } from '../domain/viewer';

export function environmentOf(
  name: string,
  change: Partial<StoredEnvironment> = {},
): Omit<StoredEnvironment, 'rowVersion' | 'status'> {
  return {
    name,
    displayName: name,
    order: ['dev', 'staging', 'prod'].indexOf(name) + 1,
    environment: name,
    store: `kafka-${name}`,
    connection: name,
    clusterId: `cluster-${name}`,
    defaults: { partitions: 3, replicationFactor: 1, configs: {} },
    limits: {},
    policyRefs: [],
    configured: false,
    ...change,
  };
}

/** As administrators and the configuration write one. */
export const environmentInput = (change: object = {}) => ({
  name: 'lab',
  displayName: 'Lab',
  order: 5,
  environment: 'dev',
  store: 'kafka-dev',
  connection: 'spare',
  defaults: { partitions: 1, replicationFactor: 1 },
  ...change,
});

export function applicationOf(
  name: string,
  change: Partial<StoredApplication> = {},
): StoredApplication {
  return {
    name,
    ownerRef: `group:default/${name}`,
    componentRef: `component:default/${name}`,
    ...change,
  };
}

/** Owns topics, groups and transactional ids that begin with its name. */
export function instanceOf(
  application: string,
  environment: string,
  change: Partial<StoredInstance> = {},
): Omit<StoredInstance, 'ownerRef'> {
  return {
    id: `${application}@${environment}`,
    application,
    environment,
    principals: [`User:${application}`],
    patterns: [
      { type: 'TOPIC', pattern: 'PREFIXED', name: `${application}.` },
      { type: 'GROUP', pattern: 'PREFIXED', name: `${application}.` },
    ],
    limits: {},
    visibility: 'public',
    ...change,
  };
}

export function topicOf(
  name: string,
  change: Partial<TopicObservation> = {},
): TopicObservation {
  return {
    name,
    partitions: 3,
    replicationFactor: 1,
    configs: {},
    ...change,
  };
}

export function viewerOf(change: Partial<Viewer> = {}): Viewer {
  return {
    userRef: 'user:default/pia',
    refs: ['user:default/pia', 'group:default/orders'],
    isAdministrator: false,
    environments: ['dev', 'staging', 'prod'],
    hiddenInstances: [],
    ...change,
  };
}
