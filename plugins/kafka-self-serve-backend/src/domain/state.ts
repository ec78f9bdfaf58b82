// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ObservedState,
  OpenKafkaRequest,
  TopicConfigDefinitions,
  TopicPolicy,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import type {
  StoredApplication,
  StoredCredential,
  StoredEnvironment,
  StoredGrant,
  StoredInstance,
  StoredTopic,
} from './stored';

/** What of a cluster is read now; everything else comes from the snapshot. */
export interface LiveParts {
  /** These topics; those that are not there are not in the answer. */
  topics?: readonly string[];
  /** All of them: names, partitions and some configs. */
  topicList?: boolean;
  acls?: boolean;
  /** These subjects, with their latest schemas. */
  subjects?: readonly string[];
  /** Members and state; `offsets` with committed ones and the ends of the logs. */
  groups?: {
    ids?: readonly string[];
    ofTopics?: readonly string[];
    offsets?: boolean;
  };
  quotas?: boolean;
  scramUsers?: boolean;
}

/** One environment, desired and observed, for the rules and the planner. */
export interface EnvironmentState {
  environment: StoredEnvironment;
  /** All, in their order. */
  environments: StoredEnvironment[];
  applications: StoredApplication[];
  /** Of the environment. */
  instances: StoredInstance[];
  /** Of the environment, ended ones too. */
  grants: StoredGrant[];
  credentials: StoredCredential[];
  /** Desired, observed or both. */
  topics: StoredTopic[];
  /** Those that hold there. */
  policies: TopicPolicy[];
  observed: ObservedState;
  definitions: TopicConfigDefinitions;
  /** Whether the live parts were read from the cluster. */
  live: boolean;
}

/** Loads desired and observed. */
export interface KafkaState {
  /**
   * @throws `kafka-environment-not-found`; with `live`, whatever the cluster throws:
   * nothing is planned from an old snapshot where a live read was asked for
   */
  load(
    environment: string,
    options?: { live?: LiveParts },
  ): Promise<EnvironmentState>;
}

/** Requests that hold something: from their submission to their end. */
export interface OpenRequests {
  /** By `resourceRefs` of the common package. */
  about(resourceRefs: readonly string[]): Promise<OpenKafkaRequest[]>;
  /** Names of topics that open requests ask for, other than the given request. */
  pendingTopics(
    environment: string,
    options?: { without?: string },
  ): Promise<string[]>;
}
